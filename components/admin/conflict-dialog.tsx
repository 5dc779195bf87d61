"use client";

import { useEffect, useRef, useState } from "react";
import type { ArticleFields } from "#components/admin/article-fields.ts";
import type { Theirs } from "#components/admin/autosave-send.ts";
import { Comparison } from "#components/admin/comparison.tsx";
import { showMoment } from "#lib/time.ts";

type Props = { theirs: Theirs; mine: () => ArticleFields; onKeepMine: () => void; onTakeTheirs: () => void };

/** Somebody else saved this article meanwhile: nothing is lost, and one of three ways is taken. */
export function ConflictDialog({ theirs, mine, onKeepMine, onTakeTheirs }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [compared, setCompared] = useState<ArticleFields>();
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog ref={dialog} className="wide" aria-labelledby="trung-nhau" onCancel={(event) => event.preventDefault()}>
      <h2 id="trung-nhau">{theirs.isOwn ? "Bạn vừa lưu bài này ở nơi khác" : "Bài này vừa được người khác lưu"}</h2>
      <p>
        {theirs.isOwn ? "Ở một thẻ hoặc một máy khác, bạn" : theirs.author} đã lưu bản số {theirs.number} lúc{" "}
        {showMoment(new Date(theirs.savedAt))}, sau khi mở bài ở thẻ này. Chữ trên thẻ này vẫn còn nguyên, chưa mất gì.
        Hãy chọn một cách:
      </p>
      <p className="row">
        <button type="button" className="btn alt" onClick={() => setCompared(mine())}>
          So sánh hai bản
        </button>
        <button type="button" className="btn" onClick={onKeepMine}>
          {theirs.isOwn ? "Giữ chữ ở thẻ này thành bài riêng" : "Giữ bản của tôi thành bài riêng"}
        </button>
        <button type="button" className="btn alt" onClick={onTakeTheirs}>
          {theirs.isOwn ? "Lấy bản vừa lưu ở nơi kia" : `Lấy bản của ${theirs.author}`}
        </button>
      </p>
      {compared && (
        <>
          <p className="hint">
            Gạch ngang là chữ chỉ có trong bản số {theirs.number}; gạch chân là chữ chỉ có ở thẻ này.
          </p>
          <Comparison before={theirs.fields} after={compared} />
        </>
      )}
    </dialog>
  );
}
