import type { Metadata } from "next";
import { MediaGrid } from "#components/admin/media-grid.tsx";
import { MediaUploader } from "#components/admin/media-uploader.tsx";
import { requireReader } from "#lib/auth/current.ts";
import { listMedia } from "#lib/media/editing.ts";

export const metadata: Metadata = { title: "Tệp và ảnh" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MediaPage({ searchParams }: Props) {
  const actor = await requireReader("/quan-tri/tep");
  const query = await searchParams;
  const { q = "", sau } = Object.fromEntries(Object.entries(query).filter(([, value]) => typeof value === "string"));
  const words = String(q).trim().slice(0, 100);
  const after = sau === undefined ? undefined : String(sau);
  const { media, next } = await listMedia(actor, { words, after });

  return (
    <>
      <h1>Tệp và ảnh</h1>
      <MediaUploader
        label="Đưa tệp lên"
        hint="Kéo tệp thả vào đây, hoặc bấm nút để chọn; chọn được nhiều tệp một lúc. Nhận ảnh JPEG, PNG, WebP, GIF và tệp PDF, Word, Excel, PowerPoint, mỗi tệp không quá 25 MB."
      />
      <form className="filter" action="/quan-tri/tep">
        <div className="field">
          <label htmlFor="q">Tìm theo tên tệp</label>
          <p className="hint" id="q-goi-y">
            Có dấu hay không đều được. Ví dụ: hop chi bo 1
          </p>
          <input id="q" name="q" type="search" defaultValue={words} aria-describedby="q-goi-y" />
        </div>
        <button type="submit" className="btn alt">
          Tìm
        </button>
      </form>
      {media.length > 0 ? <MediaGrid media={media} /> : <p className="note">{emptySentence(words)}</p>}
      <p className="row">
        {after && <PageLink words={words} label="Về đầu danh sách" />}
        {next && <PageLink words={words} after={next} label="Tệp cũ hơn" />}
      </p>
    </>
  );
}

const PageLink = ({ words, after, label }: { words: string; after?: string; label: string }) => (
  <a className="btn alt" href={`/quan-tri/tep?${new URLSearchParams({ q: words, ...(after && { sau: after }) })}`}>
    {label}
  </a>
);

const emptySentence = (words: string) =>
  words
    ? "Không có tệp nào tên như vậy. Hãy bớt từ tìm."
    : "Kho chưa có tệp nào. Hãy kéo ảnh của một buổi sinh hoạt chi bộ thả vào khung ở trên.";
