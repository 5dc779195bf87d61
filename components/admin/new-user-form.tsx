"use client";

import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { SelectField, Submit, TextField } from "#components/admin/fields.tsx";
import { NewPasswordField } from "#components/admin/new-password-field.tsx";
import { ROLES } from "#components/admin/roles.ts";

const CHOICES = Object.entries(ROLES).map(([id, name]) => ({ id, name }));

export const NewUserForm = ({ action }: { action: FormAction }) => (
  <ActionForm action={action} label="Thêm người dùng">
    <TextField name="name" label="Họ và tên" hint="Ví dụ: Nguyễn Thị Hoa" autoComplete="off" required />
    <TextField
      name="email"
      label="Thư điện tử"
      hint="Dùng để đăng nhập. Ví dụ: hoa@dongha.gov.vn"
      type="email"
      autoComplete="off"
      required
    />
    <SelectField
      name="role"
      label="Vai trò"
      choices={CHOICES}
      defaultValue="contributor"
      hint="Cộng tác viên viết bài của mình; biên tập viên sửa mọi bài; người đăng bài còn được đăng và gỡ; người quản trị còn quản lý tài khoản. Ví dụ: người của chi bộ gửi tin thì chọn Cộng tác viên."
    />
    <NewPasswordField label="Mật khẩu ban đầu" />
    <Submit>Tạo tài khoản</Submit>
  </ActionForm>
);
