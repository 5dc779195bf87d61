import { Aids } from "#components/site/aids.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { isoDate, showDate } from "#lib/time.ts";

type Props = {
  article: {
    title: string;
    publishedAt: Date;
    category: { slug: string; name: string };
    /** What readers were told of its changes, newest first. */
    changeNotes: { id: number; at: Date; text: string }[];
    cell: { slug: string; name: string; validTo: Date | null; successor: { slug: string; name: string } | null } | null;
    /** Null when the stored text is not what an editor of this site wrote. */
    body: string | null;
  };
};

/** The article itself: title, day, party cell, reading aids, body, and the way back. */
export const Article = ({ article }: Props) => (
  <article>
    <PageHead title={article.title}>
      <p className="meta">
        <time dateTime={isoDate(article.publishedAt)}>({showDate(article.publishedAt)})</time>{" "}
        {article.cell && <a href={`/chi-bo/${article.cell.slug}`}>{article.cell.name}</a>}
      </p>
      {article.cell?.validTo && <FormerUnit cell={article.cell} />}
      {article.changeNotes.map(({ id, at, text }) => (
        <p key={id} className="was">
          <b>
            Cập nhật <time dateTime={isoDate(at)}>{showDate(at)}</time>:
          </b>{" "}
          {text}
        </p>
      ))}
    </PageHead>
    {article.body === null ? (
      <Withheld />
    ) : (
      <>
        <Aids />
        <div className="prose" id="noi-dung" dangerouslySetInnerHTML={{ __html: article.body }} />
      </>
    )}
    <p className="back">
      <a className="btn alt quay-lai" href={`/chuyen-muc/${article.category.slug}`}>
        Quay lại
      </a>
    </p>
  </article>
);

const FormerUnit = ({ cell }: { cell: NonNullable<Props["article"]["cell"]> }) => (
  <p className="was">
    <b>Đơn vị cũ.</b> Bài đăng khi {cell.name} còn hoạt động
    {cell.successor && (
      <>
        ; nay là <a href={`/chi-bo/${cell.successor.slug}`}>{cell.successor.name}</a>
      </>
    )}
    . Nội dung bài giữ nguyên.
  </p>
);

const Withheld = () => (
  <div className="note" id="noi-dung">
    <p>
      <b>Nội dung bài đang được kiểm tra.</b> Ban Biên tập đã nhận được báo động và sẽ đưa bài trở lại sau khi kiểm tra
      xong. Mời bạn xem các bài khác và quay lại sau.
    </p>
  </div>
);
