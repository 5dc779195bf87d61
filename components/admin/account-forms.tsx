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
