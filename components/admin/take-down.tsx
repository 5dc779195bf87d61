"use client";

import { SelectField, TextField } from "#components/admin/fields.tsx";

const REASONS = [
  { id: "mistake", name: "Đăng nhầm" },
  { id: "superseded", name: "Đã có bài khác thay thế" },
  { id: "expired", name: "Hết hiệu lực" },
];

/** Taking down says why, and where readers of the address are sent or what they are told. */
export const TakeDown = () => (
  <details className="take-down" name="viec-khac">
    <summary>Gỡ bài</summary>
    <SelectField
      name="reason"
      label="Lý do gỡ"
      choices={REASONS}
      none="Chọn lý do"
      hint="Bạn đọc thấy lý do này ở địa chỉ cũ. Ví dụ: lịch tiếp dân của tháng đã qua thì chọn Hết hiệu lực."
    />
    <TextField
      name="notice"
      label="Lời nhắn cho người đọc"
      optional
      hint="Hiện ở địa chỉ cũ cùng lý do gỡ. Ví dụ: Số liệu đang được kiểm tra lại."
      autoComplete="off"
    />
    <TextField
      name="target"
      label="Chuyển người đọc tới bài khác"
      optional
      hint="Ví dụ: /bai-viet/ke-hoach-moi. Để trống thì địa chỉ cũ báo bài đã gỡ."
      autoComplete="off"
      spellCheck={false}
    />
    <button type="submit" className="btn alt" name="intent" value="take-down">
      Gỡ bài khỏi trang công khai
    </button>
  </details>
);
