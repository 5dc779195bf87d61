"use client";

import type { Autosave } from "#components/admin/autosave.ts";
import type { SaveState } from "#components/admin/autosave-page.ts";

type Props = { state: SaveState; autosave: Autosave; others: string[]; pending: boolean };

const clock = new Intl.DateTimeFormat("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", minute: "2-digit" });

/** Where the text stands, in plain words, and who else is at it. */
export const SaveLine = ({ state, autosave, others, pending }: Props) => (
  <>
    <span aria-live="polite">{pending ? "Đang gửi…" : sentenceOf(state)}</span>
    {state.kind === "failed" && (
      <button type="button" className="link" onClick={() => void autosave.flush()}>
        Thử lại
      </button>
    )}
    {others.length > 0 && <b>{others.join(", ")} cũng đang sửa bài này</b>}
  </>
);

const SENTENCES = {
  clean: "Không có gì chưa lưu",
  typing: "Có chữ chưa lưu",
  saving: "Đang lưu…",
  "signed-out": "Chưa lưu được – phiên làm việc đã hết",
  conflict: "Chưa lưu được – bài đã có bản mới hơn",
};

function sentenceOf(state: SaveState) {
  if (state.kind === "saved") return `Đã lưu ${clock.format(new Date(state.at))}`;
  if (state.kind === "kept") return `Còn chữ chưa lưu thành bản, giữ lúc ${clock.format(new Date(state.at))}`;
  if (state.kind === "failed") return `Chưa lưu được: ${state.sentence}`;
  return SENTENCES[state.kind];
}
