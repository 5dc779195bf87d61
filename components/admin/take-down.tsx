"use client";

import { TextField } from "#components/admin/fields.tsx";

/** Taking down asks for the reason first; it stays in the audit. */
export const TakeDown = () => (
  <details className="take-down">
    <summary>Gỡ bài</summary>
    <TextField name="reason" label="Lý do gỡ" hint="Ví dụ: Đăng nhầm số liệu, chờ kiểm tra lại." autoComplete="off" />
    <button type="submit" className="btn alt" name="intent" value="take-down">
      Gỡ bài khỏi trang công khai
    </button>
  </details>
);
