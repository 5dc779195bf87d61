import { ArticleMeta, type ListedArticle } from "#components/site/article-list.tsx";
import { Pieces } from "#components/site/pieces.tsx";
import { titleClass } from "#components/site/title.tsx";

type Piece = { text: string; hit: boolean };
type Hit = Omit<ListedArticle, "summary"> & { markedTitle: Piece[]; excerpt: Piece[] };

/** Search results: title and excerpt with the words marked. */
export const Hits = ({ hits }: { hits: Hit[] }) => (
  <ul className="list big">
    {hits.map((hit) => (
      <li key={hit.slug}>
        <h3>
          <a className={titleClass(hit.title)} href={`/bai-viet/${hit.slug}`}>
            <Pieces pieces={hit.markedTitle} />
          </a>
        </h3>
        <p>
          <Pieces pieces={hit.excerpt} />
        </p>
        <ArticleMeta article={hit} beside="both" />
      </li>
    ))}
  </ul>
);
