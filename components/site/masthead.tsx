import { Emblem } from "#components/site/emblem.tsx";
import { SearchForm } from "#components/site/search-form.tsx";

/** Band, emblem, the committee's name, search. */
export const Masthead = ({ committee }: { committee: string }) => (
  <header className="mast">
    <div className="wrap">
      <a className="brand" href="/">
        <Emblem />
        <span>
          <small>{committee}</small> <b>Trang thông tin Chuyên mục Đảng</b>
        </span>
      </a>
      <SearchForm id="tim" />
    </div>
  </header>
);
