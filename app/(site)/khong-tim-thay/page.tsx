import { PageHead } from "#components/site/page-head.tsx";
import { SearchForm } from "#components/site/search-form.tsx";
import { describePage } from "#lib/site/metadata.ts";
import { Frame } from "../frame.tsx";

export const generateMetadata = () =>
  describePage({
    title: "Không tìm thấy trang",
    description: "Trang này không có hoặc đã được gỡ.",
    path: "/khong-tim-thay",
    hidden: true,
  });

/** An ordinary page whose HTML lib/server/front/front.ts sends with every 404: Next's own has no body without script. */
export default function NotFoundPage() {
  return (
    <Frame>
      <PageHead title="Không tìm thấy trang này" kick="Lỗi 404">
        <p>Có thể địa chỉ gõ thiếu, hoặc trang đã được gỡ. Mời bạn tìm theo tên bài.</p>
      </PageHead>
      <SearchForm id="tim-lai" />
      <section className="prose band-s" aria-labelledby="di-toi">
        <h2 id="di-toi">Hoặc đi tới</h2>
        <ul>
          <li>
            <a href="/">Trang chủ</a>
          </li>
          <li>
            <a href="/so-do-trang">Sơ đồ trang</a>
          </li>
        </ul>
      </section>
    </Frame>
  );
}
