"use client";

import { useEffect, useState } from "react";

/** `savedAt` is empty as long as there is nothing to show at the address, and another whenever there is something new. */
type Props = { address: string; savedAt: string };

/** The public page of a text as it was saved last, at the width of a phone or of a desktop. */
export function PreviewPane({ address, savedAt }: Props) {
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
          <iframe key={shown} title="Trang bài viết" src={address} />
        </div>
      ) : (
        <p className="hint">Đang chuẩn bị…</p>
      )}
    </section>
  );
}
