"use client";

import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { Submit, TextField } from "#components/admin/fields.tsx";
import { NewPasswordField } from "#components/admin/new-password-field.tsx";

export const PasswordForm = ({ action }: { action: FormAction }) => (
  <ActionForm action={action} label="Đổi mật khẩu">
    <TextField name="current" label="Mật khẩu hiện nay" type="password" autoComplete="current-password" required />
    <NewPasswordField label="Mật khẩu mới" />
    <TextField name="again" label="Gõ lại mật khẩu mới" type="password" autoComplete="new-password" required />
    <Submit>Đổi mật khẩu</Submit>
  </ActionForm>
);

export const EndSessionsForm = ({ action }: { action: FormAction }) => (
  <ActionForm action={action} label="Đăng xuất ở các máy khác">
    <Submit className="btn alt">Đăng xuất ở các máy khác</Submit>
  </ActionForm>
);

export const MailForm = ({ action, email, wanted }: { action: FormAction; email: string; wanted: boolean }) => (
  <ActionForm action={action} label="Báo tin qua thư" key={String(wanted)}>
    <label className="tick">
      <input type="checkbox" name="mailWanted" defaultChecked={wanted} />
      <span>Gửi thư tới {email} khi có bài chờ tôi duyệt, khi bài của tôi bị trả lại hoặc được đăng</span>
    </label>
    <Submit className="btn alt">Lưu lựa chọn</Submit>
  </ActionForm>
);
