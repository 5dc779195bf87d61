"use client";

import type { EditedArticle, Rights } from "#components/admin/article-form.tsx";
import { ArticleSchedule } from "#components/admin/article-schedule.tsx";
import { TextAreaField } from "#components/admin/fields.tsx";
import { TakeDown } from "#components/admin/take-down.tsx";
import type { Move } from "#lib/articles/workflow.ts";

type Props = { rights: Rights; article: EditedArticle | undefined };

/** The moves that are open to this person now, and no others: each is a button of the one form. */
export function ArticleMoves({ rights, article }: Props) {
  const may = (move: Move) => rights.moves.includes(move);

  return (
    <>
      <div className="row">
        {BUTTONS.filter(({ move }) => may(move)).map(({ move, label }) => (
          <Button key={move} intent={move} isMain={move === "submit" && !may("publish")}>
            {label}
          </Button>
        ))}
        {may("publish") && <Publish approves={rights.approves} />}
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

/** Whoever wrote the text says that its approval comes later. */
const Publish = ({ approves }: { approves: boolean }) => (
  <Button intent={approves ? "publish" : "publish-now"} isMain>
    {approves ? "Duyệt và đăng" : "Đăng ngay, duyệt sau"}
  </Button>
);

const Button = ({ intent, isMain = false, children }: { intent: string; isMain?: boolean; children: string }) => (
  <button type="submit" className={isMain ? "btn" : "btn alt"} name="intent" value={intent}>
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
