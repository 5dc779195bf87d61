import type { Metadata } from "next";
import { EndSessionsForm, MailForm, PasswordForm } from "#components/admin/account-forms.tsx";
import { SecondFactor } from "#components/admin/second-factor.tsx";
import { requireReader } from "#lib/auth/current.ts";
import { getSecondFactor } from "#lib/auth/second-factor.ts";
import { isMailSetUp } from "#lib/mail/outbox.ts";
import { getMailWish } from "#lib/users/editing.ts";
import {
  changePasswordAction,
  changeSecondFactorAction,
  endOtherSessionsAction,
  setMailWishAction,
} from "./actions.ts";

export const metadata: Metadata = { title: "Tài khoản của tôi" };

export default async function AccountPage() {
  const actor = await requireReader("/quan-tri/tai-khoan");
  const [{ email, mailWanted }, factor] = await Promise.all([getMailWish(actor), getSecondFactor(actor)]);

  return (
    <>
      <h1>Tài khoản của {actor.name}</h1>
      <h2>Đổi mật khẩu</h2>
      <PasswordForm action={changePasswordAction} />
      <h2>Xác nhận hai bước</h2>
      <SecondFactor action={changeSecondFactorAction} factor={factor} />
      <h2>Báo tin qua thư</h2>
      {isMailSetUp() ? (
        <MailForm action={setMailWishAction} email={email} wanted={mailWanted} />
      ) : (
        <p className="note">Máy chủ chưa được đặt chỗ gửi thư (SMTP_URL) nên chưa báo tin qua thư được.</p>
      )}
      <h2>Các máy khác</h2>
      <p>Quên đăng xuất ở máy khác? Bấm nút này: mọi nơi khác phải đăng nhập lại, máy này thì không.</p>
      <EndSessionsForm action={endOtherSessionsAction} />
    </>
  );
}
