type Props = {
  links: { name: string; path: string }[];
  /** Path of the section that the page belongs to. */
  current: string | undefined;
};

/** Folded behind "Danh mục" on a phone, one line on a wide screen: the same `<details>`, opened by the style sheet. */
export const Menu = ({ links, current }: Props) => (
  <nav className="menu" aria-label="Danh mục">
    <div className="wrap">
      <details className="fold">
        <summary>Danh mục</summary>
        <ul>
          {links.map(({ name, path }) => (
            <li key={path}>
              <a href={path} aria-current={path === current ? "page" : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <a className="go" href="/tim-kiem">
        Tìm kiếm
      </a>
    </div>
  </nav>
);
