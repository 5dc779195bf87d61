type Site = {
  committee: string;
  responsible: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
};

const ABOUT = [
  { name: "Sơ đồ trang", path: "/so-do-trang" },
  { name: "Trợ năng cho người khuyết tật", path: "/trang/tro-nang" },
  { name: "Bảo vệ dữ liệu cá nhân", path: "/trang/bao-ve-du-lieu-ca-nhan" },
  { name: "Nhận tin qua RSS", path: "/rss.xml" },
];

/** Who answers for the site and how to reach them: only what the committee filled in, nothing made up. */
export const Foot = ({ site }: { site: Site }) => (
  <footer className="foot">
    <div className="wrap">
      <div className="grid split">
        <div>
          <h2>{site.committee}</h2>
          <Contact site={site} />
        </div>
        <nav aria-labelledby="ve-trang-nay">
          <h2 id="ve-trang-nay">Về trang này</h2>
          <ul>
            {ABOUT.map(({ name, path }) => (
              <li key={path}>
                <a href={path}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <p className="end">
        Khi dẫn lại thông tin, xin ghi rõ nguồn “Trang thông tin Chuyên mục Đảng – {site.committee}”.
      </p>
    </div>
  </footer>
);

function Contact({ site }: { site: Site }) {
  if (!(site.responsible || site.address || site.phone || site.email)) return null;
  return (
    <dl>
      {site.responsible && <Line name="Chịu trách nhiệm">{site.responsible}</Line>}
      {site.address && <Line name="Địa chỉ">{site.address}</Line>}
      {site.phone && (
        <Line name="Điện thoại">
          <a href={`tel:${site.phone.replace(/[^\d+]/g, "")}`}>{site.phone}</a>
        </Line>
      )}
      {site.email && (
        <Line name="Thư điện tử">
          <a href={`mailto:${site.email}`}>{site.email}</a>
        </Line>
      )}
    </dl>
  );
}

const Line = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
