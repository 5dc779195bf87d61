import { JsonLd } from "#components/site/json-ld.tsx";

export type Crumb = { name: string; path: string };

/** Where the page stands in the site, for people and as schema.org/BreadcrumbList. The last one is the page itself. */
export function Crumbs({ trail, origin }: { trail: Crumb[]; origin: string }) {
  const whole = [{ name: "Trang chủ", path: "/" }, ...trail];
  return (
    <nav className="crumbs" aria-label="Bạn đang ở">
      <ol>
        {whole.map(({ name, path }, index) =>
          index < whole.length - 1 ? (
            <li key={path}>
              <a href={path}>{name}</a>
            </li>
          ) : (
            <li key={path} aria-current="page">
              {name}
            </li>
          ),
        )}
      </ol>
      <JsonLd
        data={{
          "@type": "BreadcrumbList",
          itemListElement: whole.map(({ name, path }, index) => ({
            "@type": "ListItem",
            position: index + 1,
            name,
            item: `${origin}${path}`,
          })),
        }}
      />
    </nav>
  );
}
