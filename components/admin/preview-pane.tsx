"use client";

import { useEffect, useState } from "react";

type Props = { sitting: string; savedAt: string };

/** The public page of what is being typed, as of the last autosave, at the width of a phone or of a desktop. */
export function PreviewPane({ sitting, savedAt }: Props) {
  const [wide, setWide] = useState(false);
  const [shown, setShown] = useState(savedAt);
  useEffect(() => {
    if (savedAt) setShown(savedAt);
  }, [savedAt]);

  return (
    <section className="preview" data-wide={wide} aria-labelledby="xem-truoc">
      <h2 id="xem-truoc">Bạn đọc sẽ thấy thế này</h2>
      <p className="row">
        <button type="button" className="btn alt" aria-pressed={!wide} onClick={() => setWide(false)}>
          Điện thoại
        </button>
        <button type="button" className="btn alt" aria-pressed={wide} onClick={() => setWide(true)}>
          Máy tính
        </button>
      </p>
      {shown ? (
        <div className="screen">
          <iframe key={shown} title="Trang bài viết" src={`/quan-tri/xem-truoc/dang-sua/${sitting}`} />
        </div>
      ) : (
        <p className="hint">Đang chuẩn bị…</p>
      )}
    </section>
  );
}
