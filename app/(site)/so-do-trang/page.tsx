import { CellNames } from "#components/site/cell-names.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { Section } from "#components/site/section.tsx";
import { listCategories } from "#lib/categories/queries.ts";
import { listCells } from "#lib/cells/queries.ts";
import { getCurrentPoll } from "#lib/polls/queries.ts";
import { describePage } from "#lib/site/metadata.ts";
import { Frame } from "../frame.tsx";

const PATH = "/so-do-trang";

export const generateMetadata = () =>
  describePage({ title: "Sơ đồ trang", description: "Mọi phần của trang thông tin trong một danh sách.", path: PATH });

export default async function SiteMapPage() {
  const [categories, cells, poll] = await Promise.all([listCategories(), listCells(), getCurrentPoll()]);
  return (
    <Frame trail={[{ name: "Sơ đồ trang", path: PATH }]}>
      <PageHead title="Sơ đồ trang" />
      <div className="grid band-s">
        <Section id="chuyen-muc" title="Chuyên mục">
          <Links links={categories.map(({ slug, name }) => ({ name, path: `/chuyen-muc/${slug}` }))} />
        </Section>
        {cells.length > 0 && (
          <Section id="chi-bo" title="Chi bộ" path="/chi-bo">
            <CellNames cells={cells} />
          </Section>
        )}
        <Section id="ve-trang" title="Trang này">
          <Links
            links={[
              { name: "Trang chủ", path: "/" },
              { name: "Tìm kiếm", path: "/tim-kiem" },
              ...(poll ? [{ name: "Thăm dò ý kiến", path: "/tham-do" }] : []),
              { name: "Trợ năng cho người khuyết tật", path: "/trang/tro-nang" },
              { name: "Bảo vệ dữ liệu cá nhân", path: "/trang/bao-ve-du-lieu-ca-nhan" },
              { name: "Nhận tin qua RSS", path: "/rss.xml" },
            ]}
          />
        </Section>
      </div>
    </Frame>
  );
}

const Links = ({ links }: { links: { name: string; path: string }[] }) => (
  <ul className="names">
    {links.map(({ name, path }) => (
      <li key={path}>
        <a href={path}>{name}</a>
      </li>
    ))}
  </ul>
);
