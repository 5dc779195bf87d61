"use client";

import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { Submit, TextAreaField, TextField } from "#components/admin/fields.tsx";
import { MediaFocal } from "#components/admin/media-focal.tsx";

type Media = {
  id: string;
  url: string;
  name: string;
  alt: string;
  width: number | null;
  height: number | null;
  focalX: number;
  focalY: number;
};

/** Name, description and focal point of a file. */
export const MediaForm = ({ action, media }: { action: FormAction; media: Media }) => {
  const { id, url, name, alt, width, height, focalX, focalY } = media;
  const point = { focalX, focalY };
  return (
    <ActionForm action={action} label="Thông tin của tệp">
      <input type="hidden" name="mediaId" value={id} />
      <TextField
        name="name"
        label="Tên tệp"
        defaultValue={name}
        hint="Tên để tìm lại, ví dụ: Họp chi bộ 1 tháng 11.jpg"
      />
      {width && height ? (
        <>
          <TextAreaField
            name="alt"
            label="Mô tả ảnh"
            optional
            rows={2}
            defaultValue={alt}
            hint="Một câu cho người không nhìn thấy ảnh, ví dụ: Đảng viên Chi bộ 1 thảo luận tại diễn đàn. Khi chèn vào bài vẫn sửa được cho từng chỗ."
          />
          <MediaFocal {...{ url, width, height }} {...point} />
        </>
      ) : (
        Object.entries(point).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)
      )}
      <Submit>Lưu thông tin</Submit>
    </ActionForm>
  );
};

type DeleteProps = { action: FormAction; media: { id: string; name: string } };

export const MediaDelete = ({ action, media }: DeleteProps) => (
  <details className="take-down">
    <summary>Xóa tệp</summary>
    <ActionForm action={action} label={`Xóa ${media.name}`}>
      <input type="hidden" name="mediaId" value={media.id} />
      <p>Tệp bị xóa hẳn, không lấy lại được. Tệp đang dùng trong bài thì không xóa được.</p>
      <Submit className="btn alt">Xóa hẳn tệp này</Submit>
    </ActionForm>
  </details>
);
