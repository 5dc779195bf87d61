"use client";

import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { Submit, TextField } from "#components/admin/fields.tsx";
import { NewPasswordField } from "#components/admin/new-password-field.tsx";

type Props = { action: FormAction; code: string; committee: string; ward: string };

export const SetUpForm = ({ action, code, committee, ward }: Props) => (
  <ActionForm action={action} label="Thiết lập lần đầu">
    <input type="hidden" name="code" value={code} />
    <TextField
      name="committee"
      label="Tên cấp ủy"
      hint="Ví dụ: Đảng ủy phường Đông Thanh"
      defaultValue={committee}
      required
    />
    <TextField name="ward" label="Tên phường, xã" hint="Ví dụ: phường Đông Thanh" defaultValue={ward} required />
    <h2>Người quản trị đầu tiên</h2>
    <TextField name="name" label="Họ và tên" hint="Ví dụ: Nguyễn Thị Hoa" autoComplete="name" required />
    <TextField
      name="email"
      label="Thư điện tử"
      hint="Dùng để đăng nhập. Ví dụ: hoa@dongha.gov.vn"
      type="email"
      autoComplete="username"
      required
    />
    <NewPasswordField label="Mật khẩu" />
    <Submit>Hoàn tất thiết lập</Submit>
  </ActionForm>
);
