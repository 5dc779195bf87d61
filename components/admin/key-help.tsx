"use client";

import { useEffect, useRef } from "react";
import { openAtHeading } from "#components/admin/open-dialog.ts";

const KEYS = [
  ["Ctrl + S", "Lưu nháp"],
  ["Ctrl + Enter", "Đăng (hoặc gửi duyệt, nếu bạn không có quyền đăng)"],
  ["Ctrl + B, I, U", "Đậm, nghiêng, gạch chân"],
  ["Ctrl + K", "Đặt liên kết"],
  ["Ctrl + Z, Ctrl + Y", "Hoàn tác, làm lại"],
  ["Ctrl + Shift + V", "Dán chỉ lấy chữ"],
  ["?", "Mở bảng này (khi con trỏ không ở ô gõ chữ)"],
] as const;

/** The keys of the editing page, by button and by `?`. */
export function KeyHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key !== "?" || target.isContentEditable || target.closest("input, textarea, select, dialog")) return;
      event.preventDefault();
      openAtHeading(dialog.current);
    };
    window.addEventListener("keydown", open);
    return () => window.removeEventListener("keydown", open);
  }, []);

  return (
    <>
      <button type="button" className="link" onClick={() => openAtHeading(dialog.current)}>
        Phím tắt (?)
      </button>
      <dialog ref={dialog} aria-labelledby="phim-tat">
        <h2 id="phim-tat" tabIndex={-1}>
          Phím tắt
        </h2>
        <dl className="pairs">
          {KEYS.map(([keys, what]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p className="row">
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            Đóng
          </button>
        </p>
      </dialog>
    </>
  );
}
