import { showSize } from "#components/admin/file-size.ts";
import { showDate } from "#lib/time.ts";

type Card = {
  id: string;
  url: string;
  name: string;
  alt: string;
  bytes: number;
  width: number | null;
  height: number | null;
  uses: number;
  /** Somebody's text that is not saved yet names it. */
  isInDraft: boolean;
  createdAt: Date;
  createdBy: { name: string } | null;
};

/** The library's files as cards: picture or kind, name, size, how often used. */
export const MediaGrid = ({ media }: { media: Card[] }) => (
  <ul className="media-grid">
    {media.map(({ id, url, name, alt, width, height, ...card }) => (
      <li key={id}>
        <a href={`/quan-tri/tep/${id}`}>
          {width && height ? (
            <img src={url} alt="" width={width} height={height} loading="lazy" decoding="async" />
          ) : (
            <span className="kind" aria-hidden="true">
              {url.split(".").at(-1)?.toUpperCase()}
            </span>
          )}
          <span>{name}</span>
        </a>
        <p className="meta">
          <span>{showSize(card.bytes)}</span>
          <span>{sayUses(card)}</span>
          {width && !alt && <span>Chưa có mô tả</span>}
          <span>
            {card.createdBy?.name ?? "Chương trình"}, {showDate(card.createdAt)}
          </span>
        </p>
      </li>
    ))}
  </ul>
);

function sayUses({ uses, isInDraft }: Pick<Card, "uses" | "isInDraft">) {
  if (uses > 0) return `Dùng trong ${uses} bài`;
  return isInDraft ? "Trong bài đang viết dở" : "Chưa dùng";
}
