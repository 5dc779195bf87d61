type Props = { id: string; words?: string };

/** One field and one button; an ordinary GET form. */
export const SearchForm = ({ id, words }: Props) => (
  <search>
    <form className="find" action="/tim-kiem">
      <label className="vh" htmlFor={id}>
        Từ cần tìm trên trang này
      </label>
      <input id={id} name="q" type="search" maxLength={200} defaultValue={words} autoComplete="off" />
      <button type="submit">Tìm kiếm</button>
    </form>
  </search>
);
