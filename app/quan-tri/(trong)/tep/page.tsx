import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MediaGrid } from "#components/admin/media-grid.tsx";
import { MediaUploader } from "#components/admin/media-uploader.tsx";
import { requireReader } from "#lib/auth/current.ts";
import { listMedia } from "#lib/media/editing.ts";
import { readPage } from "#lib/paging.ts";

export const metadata: Metadata = { title: "Tệp và ảnh" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MediaPage({ searchParams }: Props) {
  const actor = await requireReader("/quan-tri/tep");
  const query = await searchParams;
  const page = readPage(query["trang"]);
  if (page === undefined) notFound();
  const words = typeof query["q"] === "string" ? query["q"].trim().slice(0, 100) : "";
  const { media, hasMore } = await listMedia(actor, { words, page });

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
          <input id="q" name="q" type="search" defaultValue={words} />
        </div>
        <button type="submit" className="btn alt">
          Tìm
        </button>
      </form>
      {media.length > 0 ? <MediaGrid media={media} /> : <p className="note">{emptySentence(words)}</p>}
      <p className="row">
        {page > 1 && <PageLink words={words} page={page - 1} label="Tệp mới hơn" />}
        {hasMore && <PageLink words={words} page={page + 1} label="Tệp cũ hơn" />}
      </p>
    </>
  );
}

const PageLink = ({ words, page, label }: { words: string; page: number; label: string }) => (
  <a className="btn alt" href={`/quan-tri/tep?${new URLSearchParams({ q: words, trang: String(page) })}`}>
    {label}
  </a>
);

const emptySentence = (words: string) =>
  words
    ? "Không có tệp nào tên như vậy. Hãy bớt từ tìm."
    : "Kho chưa có tệp nào. Hãy kéo ảnh của một buổi sinh hoạt chi bộ thả vào khung ở trên.";
