type Props = { cells: { slug: string; name: string; validTo: Date | null }[]; tight?: boolean };

/** Plain names in columns: a dozen or sixty-six cells look the same. */
export const CellNames = ({ cells, tight }: Props) => (
  <ul className={tight ? "names tight" : "names"}>
    {cells.map(({ slug, name, validTo }) => (
      <li key={slug}>
        <a href={`/chi-bo/${slug}`}>
          {name}
          {validTo && <span>đơn vị cũ</span>}
        </a>
      </li>
    ))}
  </ul>
);
