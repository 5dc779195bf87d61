import type { Metadata } from "next";
import { EndSessionsForm, PasswordForm } from "#components/admin/account-forms.tsx";
import { requireReader } from "#lib/auth/current.ts";
import { changePasswordAction, endOtherSessionsAction } from "./actions.ts";

export const metadata: Metadata = { title: "Tài khoản của tôi" };

export default async function AccountPage() {
  const { name } = await requireReader("/quan-tri/tai-khoan");

  return (
    <>
      <h1>Tài khoản của {name}</h1>
      <h2>Đổi mật khẩu</h2>
      <PasswordForm action={changePasswordAction} />
      <h2>Các máy khác</h2>
      <p>Quên đăng xuất ở máy khác? Bấm nút này: mọi nơi khác phải đăng nhập lại, máy này thì không.</p>
      <EndSessionsForm action={endOtherSessionsAction} />
    </>
  );
}
