import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CopyAddress } from "#components/admin/copy-address.tsx";
import { showSize } from "#components/admin/file-size.ts";
import { MediaDelete, MediaForm } from "#components/admin/media-form.tsx";
import { MediaUploader } from "#components/admin/media-uploader.tsx";
import { requireReader } from "#lib/auth/current.ts";
import { getMedia } from "#lib/media/editing.ts";
import { showDate } from "#lib/time.ts";
import { deleteMediaAction, describeMediaAction } from "../actions.ts";

export const metadata: Metadata = { title: "Một tệp" };

type Props = { params: Promise<{ id: string }> };

export default async function OneMediaPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireReader(`/quan-tri/tep/${id}`);
  const media = await getMedia(actor, id);
  if (!media) notFound();
  const { url, name, alt, width, height, focalX, focalY } = media;

  return (
    <>
      <h1>{name}</h1>
      <p className="meta">
        {width && (
          <span>
            {width} × {height} điểm ảnh
          </span>
        )}
        <span>{showSize(media.bytes)}</span>
        <span>
          {media.createdBy?.name ?? "Chương trình"} đưa lên ngày {showDate(media.createdAt)}
        </span>
        <a href={url}>Mở tệp</a>
      </p>
      <CopyAddress address={media.address} />
      {media.mayChange ? (
        <MediaForm action={describeMediaAction} media={{ id, url, name, alt, width, height, focalX, focalY }} />
      ) : (
        <p className="note">Tệp này do người khác đưa lên; bạn dùng được trong bài nhưng không sửa được.</p>
      )}
      <h2>Đang dùng trong</h2>
      <Uses uses={media.uses} writers={media.writers} />
      {media.mayChange && (
        <>
          <h2>Thay tệp khác</h2>
          <MediaUploader
            replaces={media.id}
            label="Chọn tệp thay vào"
            hint="Tệp mới đứng đúng chỗ tệp cũ ở mọi bài, địa chỉ không đổi. Ảnh thay ảnh, PDF thay PDF. Ví dụ: thay bản dự thảo kế hoạch bằng bản đã ký."
          />
          <MediaDelete action={deleteMediaAction} media={{ id, name }} />
        </>
      )}
    </>
  );
}

type Use = { id: number; title: string; isLive: boolean };

const Uses = ({ uses, writers }: { uses: Use[]; writers: string[] }) =>
  uses.length + writers.length === 0 ? (
    <p>Chưa bài nào dùng tệp này.</p>
  ) : (
    <ul>
      {uses.map(({ id, title, isLive }) => (
        <li key={id}>
          <a href={`/quan-tri/bai-viet/${id}`}>{title}</a> {!isLive && <span className="tag">Chưa đăng</span>}
        </li>
      ))}
      {writers.map((name) => (
        <li key={name}>Chữ đang viết dở của {name}</li>
      ))}
    </ul>
  );
