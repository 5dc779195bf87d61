import { PageHead } from "#components/site/page-head.tsx";
import { isoDate, showDate } from "#lib/time.ts";

type Props = {
  article: {
    withdrawnAt: Date | null;
    withdrawReason: keyof typeof REASONS | null;
    withdrawNote: string | null;
    category: { slug: string; name: string };
  };
};

const REASONS = {
  mistake: "Bài được đăng nhầm.",
  superseded: "Nội dung đã được thay thế.",
  expired: "Nội dung đã hết hiệu lực.",
};

/** What readers of an address are told when its article was taken down. */
export const Withdrawn = ({ article: { withdrawnAt, withdrawReason, withdrawNote, category } }: Props) => (
  <article>
    <PageHead title="Bài này đã được gỡ">
      {withdrawnAt && (
        <p className="meta">
          <time dateTime={isoDate(withdrawnAt)}>({showDate(withdrawnAt)})</time>
        </p>
      )}
    </PageHead>
    <div className="note" id="noi-dung">
      {withdrawReason && <p>{REASONS[withdrawReason]}</p>}
      {withdrawNote && <p>{withdrawNote}</p>}
    </div>
    <p className="back">
      <a className="btn alt" href={`/chuyen-muc/${category.slug}`}>
        Xem các bài khác trong chuyên mục {category.name}
      </a>
    </p>
  </article>
);
