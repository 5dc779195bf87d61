"use client";

import type { MouseEvent } from "react";
import type { EditedArticle, Rights } from "#components/admin/article-form.tsx";
import { ArticleSchedule } from "#components/admin/article-schedule.tsx";
import { TextAreaField } from "#components/admin/fields.tsx";
import { TakeDown } from "#components/admin/take-down.tsx";
import type { Move } from "#lib/articles/workflow.ts";

type Props = {
  rights: Rights;
  article: EditedArticle | undefined;
  /** How many things stand in the way of publishing. */
  toMend: number;
};

/** The moves that are open to this person now, each a button of the one form; those that are closed say why. */
export function ArticleMoves({ rights, article, toMend }: Props) {
  const may = (move: Move) => rights.moves.includes(move);

  return (
    <>
      <div className="row">
        {BUTTONS.filter(({ move }) => may(move)).map(({ move, label }) => (
          <Button key={move} intent={move} isMain={move === "submit" && !may("publish")}>
            {label}
          </Button>
        ))}
        {may("publish") && <Publish approves={rights.approves} toMend={toMend} />}
      </div>
      <div className="more">
        {may("return") && <Return />}
        {(may("schedule") || may("setEnd")) && <ArticleSchedule rights={rights} article={article} />}
        {article?.live && may("publish") && <ChangeNote />}
        {may("takeDown") && <TakeDown />}
        {may("archive") && (
          <button type="submit" className="link" name="intent" value="archive">
            Lưu trữ
          </button>
        )}
        {rights.closed.map(({ move, reason }) => (
          <Closed key={move} move={move} reason={reason} />
        ))}
      </div>
    </>
  );
}

/** From the least to the most that happens; Enter in a field presses the first. */
const BUTTONS: { move: Move; label: string }[] = [
  { move: "save", label: "Lưu nháp" },
  { move: "unschedule", label: "Bỏ hẹn giờ đăng" },
  { move: "unarchive", label: "Đưa ra khỏi lưu trữ" },
  { move: "submit", label: "Gửi duyệt" },
  { move: "approve", label: "Duyệt bản đang đăng" },
];

const CLOSED = { submit: "Gửi duyệt", publish: "Đăng", archive: "Lưu trữ" };

const Closed = ({ move, reason }: Rights["closed"][number]) => (
  <p className="closed">
    <button type="button" className="btn alt" aria-disabled="true" aria-describedby={`vi-sao-${move}`}>
      {CLOSED[move]}
    </button>
    <span id={`vi-sao-${move}`}>{reason}</span>
  </p>
);

type PublishProps = { approves: boolean; toMend: number };

/** Whoever wrote the text says that its approval comes later. */
function Publish({ approves, toMend }: PublishProps) {
  const isHeld = toMend > 0;
  const goToMend = (event: MouseEvent) => {
    if (!isHeld) return;
    event.preventDefault();
    document.getElementById(CHECKLIST)?.scrollIntoView();
  };
  return (
    <Button intent={approves ? "publish" : "publish-now"} isMain isHeld={isHeld} onClick={goToMend}>
      {approves ? "Duyệt và đăng" : "Đăng ngay, duyệt sau"}
    </Button>
  );
}

const CHECKLIST = "truoc-khi-dang";

/** What keeps a text from being published, with the way there. */
export const ToMend = ({ count }: { count: number }) => (
  <a id="con-viec" href={`#${CHECKLIST}`}>
    Còn {count} việc phải sửa trước khi đăng
  </a>
);

type ButtonProps = {
  intent: string;
  isMain?: boolean;
  isHeld?: boolean;
  onClick?: (event: MouseEvent) => void;
  children: string;
};

const Button = ({ intent, isMain = false, isHeld = false, onClick, children }: ButtonProps) => (
  <button
    type="submit"
    className={isMain ? "btn" : "btn alt"}
    name="intent"
    value={intent}
    aria-disabled={isHeld || undefined}
    aria-describedby={isHeld ? "con-viec" : undefined}
    onClick={onClick}
  >
    {children}
  </button>
);

/** A change with a note is told to readers; without one it is a small correction, and silent. */
const ChangeNote = () => (
  <details className="take-down" name="viec-khac">
    <summary>Báo người đọc về thay đổi</summary>
    <TextAreaField
      name="changeNote"
      label="Lời báo thay đổi"
      optional
      rows={2}
      hint="Để trống nếu chỉ sửa nhỏ. Có ghi thì câu này hiện ở đầu bài kèm ngày, và bài lên đầu danh sách. Ví dụ: Bổ sung số liệu quý IV."
    />
  </details>
);

/** Giving a text back says what is missing. */
const Return = () => (
  <details className="take-down" name="viec-khac">
    <summary>Trả lại</summary>
    <TextAreaField
      name="note"
      label="Cần sửa gì"
      rows={2}
      hint="Người viết đọc câu này khi mở bài. Ví dụ: Ghi lại ngày kết nạp cho khớp nghị quyết."
    />
    <Button intent="return">Trả lại cho người viết</Button>
  </details>
);
