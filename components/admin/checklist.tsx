"use client";

import { TextAreaField } from "#components/admin/fields.tsx";
import { goToPlace } from "#components/admin/place.ts";
import type { checkBeforePublishing } from "#lib/articles/checklist.ts";

export type Checklist = ReturnType<typeof checkBeforePublishing>;
type Finding = Checklist["blockers"][number];

type Props = { checklist: Checklist | undefined; canPublish: boolean; onMakeHeadings: (lines: string[]) => void };

/** What stops publishing, what should be looked at, and what is in order: as of the last save. */
export function ChecklistPanel({ checklist, canPublish, onMakeHeadings }: Props) {
  const headings = checklist?.warnings.flatMap(({ rule, place }) => (rule === "fake-heading" && place) || []) ?? [];
  return (
    <section className="box" aria-labelledby="truoc-khi-dang">
      <h2 id="truoc-khi-dang">Trước khi đăng</h2>
      {checklist ? (
        <>
          <ul className="checks">
            {checklist.blockers.map((finding) => (
              <Line key={`${finding.rule}${finding.place}`} finding={finding} level="stop" label="Phải sửa:" />
            ))}
            {checklist.warnings.map((finding) => (
              <Line key={`${finding.rule}${finding.place}`} finding={finding} level="warn" label="Xem lại:" />
            ))}
          </ul>
          {headings.length > 0 && (
            <p className="offer">
              <span className="hint">{headings.length} dòng in đậm, viết hoa có thể đổi thành đề mục cùng lúc.</span>
              <button type="button" className="btn alt" onClick={() => onMakeHeadings(headings)}>
                Sửa giúp
              </button>
            </p>
          )}
          <details>
            <summary>{checklist.passed.length} điều đã đạt</summary>
            <ul className="checks">
              {checklist.passed.map(({ rule, sentence }) => (
                <li key={rule} className="ok">
                  <b>Đạt:</b> {sentence}
                </li>
              ))}
            </ul>
          </details>
          {canPublish && checklist.warnings.length > 0 && (
            <TextAreaField
              name="override"
              label="Vì sao vẫn đăng"
              optional
              rows={2}
              hint="Chỉ ghi khi đã xem các điều trên mà không sửa. Ví dụ: Số điện thoại của văn phòng Đảng ủy. Câu này được ghi vào nhật ký."
            />
          )}
        </>
      ) : (
        <p className="hint">Lưu bài rồi, ở đây sẽ ghi những điều cần sửa hoặc xem lại trước khi đăng.</p>
      )}
    </section>
  );
}

type LineProps = { finding: Finding; level: "stop" | "warn"; label: string };

const Line = ({ finding, level, label }: LineProps) => (
  <li className={level}>
    <b>{label}</b> {finding.sentence}{" "}
    <button type="button" className="link" onClick={() => goToPlace(finding)}>
      Tới chỗ này
    </button>
  </li>
);
