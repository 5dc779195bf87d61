"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { PictureWords } from "#components/admin/picture-insert.ts";

type Props = {
  src: string;
  words: PictureWords;
  canCaption: boolean;
  onSay: (words: PictureWords) => void;
  onClose: () => void;
};

/** Asks what a picture shows, for those who do not see it. */
export function PictureDialog({ src, words: before, canCaption, onSay, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState(before);
  const say = (part: Partial<PictureWords>) => setWords((known) => ({ ...known, ...part }));
  useEffect(() => dialog.current?.showModal(), []);
  const sayOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // or the whole article would be sent
    onSay(words);
  };

  return (
    <dialog ref={dialog} aria-labelledby="mo-ta-anh-ten" onClose={onClose} onInput={(event) => event.stopPropagation()}>
      <h2 id="mo-ta-anh-ten">Ảnh này chụp gì?</h2>
      <img src={src} alt="" className="sample" />
      <div className="field">
        <label htmlFor="mo-ta-anh">Lời mô tả cho người không nhìn thấy ảnh</label>
        <p className="hint" id="mo-ta-anh-goi-y">
          Ví dụ: Đảng viên Chi bộ 1 thảo luận tại diễn đàn.
        </p>
        <input
          id="mo-ta-anh"
          aria-describedby="mo-ta-anh-goi-y"
          value={words.alt}
          disabled={words.decorative}
          maxLength={300}
          onChange={(event) => say({ alt: event.target.value })}
          onKeyDown={sayOnEnter}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={words.decorative}
          onChange={(event) => say({ decorative: event.target.checked })}
        />
        <span>Ảnh chỉ để trang trí, không cần mô tả</span>
      </label>
      {canCaption && (
        <div className="field">
          <label htmlFor="chu-thich-anh">
            Chú thích dưới ảnh <small>(không bắt buộc)</small>
          </label>
          <p className="hint" id="chu-thich-anh-goi-y">
            Ví dụ: Quang cảnh buổi sinh hoạt. Ảnh: Chi bộ 1.
          </p>
          <input
            id="chu-thich-anh"
            aria-describedby="chu-thich-anh-goi-y"
            value={words.caption}
            maxLength={300}
            onChange={(event) => say({ caption: event.target.value })}
            onKeyDown={sayOnEnter}
          />
        </div>
      )}
      <p className="row">
        <button type="button" className="btn" onClick={() => onSay(words)}>
          Xong
        </button>
        <button type="button" className="btn alt" onClick={onClose}>
          Thôi
        </button>
      </p>
    </dialog>
  );
}
