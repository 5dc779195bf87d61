"use client";

import type { EditedArticle, Rights } from "#components/admin/article-form.tsx";
import { TextField } from "#components/admin/fields.tsx";
import { isoSecond } from "#lib/time.ts";

type Props = { rights: Rights; article: EditedArticle | undefined };

const minuteOf = (instant: Date | null | undefined) => (instant ? isoSecond(instant).slice(0, 16) : "");

/** The minutes at which the text appears and goes, by the clock in Việt Nam. */
export const ArticleSchedule = ({ rights: { moves, approves }, article }: Props) => (
  <details className="take-down" name="viec-khac">
    <summary>Hẹn giờ</summary>
    {moves.includes("schedule") && (
      <>
        <TextField
          name="at"
          label="Giờ đăng"
          type="datetime-local"
          hint="Theo giờ Việt Nam. Ví dụ: 07:30 ngày 02/12/2026. Đúng phút này bản đang mở được đăng; sửa thêm sau đó thì hẹn lại."
          defaultValue={minuteOf(article?.scheduledFor)}
        />
        <button type="submit" className="btn alt" name="intent" value={approves ? "schedule" : "schedule-later"}>
          {approves ? "Duyệt và hẹn giờ đăng" : "Hẹn giờ đăng, duyệt sau"}
        </button>
      </>
    )}
    {moves.includes("setEnd") && (
      <>
        <TextField
          name="until"
          label="Giờ gỡ"
          optional
          type="datetime-local"
          hint="Đúng phút này bài được gỡ, địa chỉ báo “Hết hiệu lực”. Ví dụ: 17:00 ngày 31/12/2026, khi lịch tiếp dân tháng 12 đã hết. Để trống rồi lưu là bỏ hẹn."
          defaultValue={minuteOf(article?.unpublishAt)}
        />
        <button type="submit" className="btn alt" name="intent" value="set-end">
          Lưu giờ gỡ
        </button>
      </>
    )}
  </details>
);
