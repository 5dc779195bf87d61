"use client";

import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { Submit } from "#components/admin/fields.tsx";
import { NewPasswordField } from "#components/admin/new-password-field.tsx";

type Props = { action: FormAction; user: { id: number; name: string; hasSecondFactor: boolean } };

/** For somebody who forgot the password or lost the telephone. */
export const UserKeys = ({ action, user: { id, name, hasSecondFactor } }: Props) => (
  <>
    <h2>Đặt mật khẩu mới</h2>
    <ActionForm action={action} label={`Đặt mật khẩu mới cho ${name}`}>
      <input type="hidden" name="userId" value={id} />
      <NewPasswordField label="Mật khẩu mới" />
      <Submit name="intent" value="password">
        Đặt mật khẩu mới
      </Submit>
    </ActionForm>
    <h2>Xác nhận hai bước</h2>
    {hasSecondFactor ? (
      <ActionForm action={action} label={`Xác nhận hai bước của ${name}`}>
        <input type="hidden" name="userId" value={id} />
        <p>
          Đang bật. Chỉ tắt khi chính {name} báo mất điện thoại và hết mã dự phòng; hãy gặp mặt hoặc gọi lại để chắc.
        </p>
        <Submit className="btn alt" name="intent" value="second-factor-off">
          Tắt xác nhận hai bước
        </Submit>
      </ActionForm>
    ) : (
      <p>Chưa bật. Người dùng tự bật ở trang Tài khoản của tôi.</p>
    )}
  </>
);
