"use client";

import { useState } from "react";
import { ActionForm } from "#components/admin/action-form.tsx";
import { CodeField } from "#components/admin/code-field.tsx";
import { Submit, TextField } from "#components/admin/fields.tsx";
import type { FormState } from "#lib/form-state.ts";

const REFUSALS: Record<string, string> = {
  CredentialsSignin: "Thư điện tử hoặc mật khẩu chưa đúng. Hãy gõ lại; để ý phím Caps Lock và bộ gõ tiếng Việt.",
  "code-unauthenticated":
    "Tài khoản này có xác nhận hai bước. Hãy ghi thêm mã 6 số đang hiện trong ứng dụng trên điện thoại, hoặc một mã dự phòng.",
  "code-invalid": "Mã chưa đúng hoặc đã dùng rồi. Hãy đợi mã tiếp theo hiện ra rồi gõ lại.",
  "too-many": "Thử quá nhiều lần. Hãy đợi 15 phút rồi đăng nhập lại.",
};
const BROKEN = "Chưa đăng nhập được vì máy chủ đang bận. Hãy thử lại sau một phút.";

/** The password was right, and a code is wanted: no failure, only another step. */
const ASKS_CODE = "code-unauthenticated";
const isAboutCode = (refusal: string | undefined) => refusal?.startsWith("code-") ?? false;
const sentenceOf = (refusal: string) => REFUSALS[refusal] ?? BROKEN;

/** Fetched when it is needed: most pages that have this form at hand never show it. */
async function send(form: FormData) {
  const { signIn } = await import("next-auth/react");
  return signIn("credentials", { ...Object.fromEntries(form), redirect: false });
}

type Props = {
  /** next-auth's code for a sign-in that came back by redirect. */
  refusal: string | undefined;
  /** Where to go then; without it, `onDone` decides. */
  path?: string;
  onDone?: () => void;
};

export function SignInForm({ path, refusal, onDone }: Props) {
  const [asksCode, setAsksCode] = useState(isAboutCode(refusal));
  const enter = async (_previous: FormState, form: FormData): Promise<FormState> => {
    const answer = await send(form).catch(() => undefined);
    const refused = answer?.error ?? "";
    if (isAboutCode(refused)) setAsksCode(true);
    if (refused === ASKS_CODE) return { warnings: [sentenceOf(refused)] };
    if (!answer?.ok || refused) return { error: sentenceOf(refused) };
    onDone?.();
    if (path) window.location.assign(path);
    return {};
  };

  return (
    <>
      {refusal && (
        <p className="note hot" role="alert">
          {sentenceOf(refusal)}
        </p>
      )}
      <ActionForm action={enter} label="Đăng nhập" idPrefix="dang-nhap-">
        <TextField
          name="email"
          label="Thư điện tử"
          type="email"
          autoComplete="username"
          hint="Ví dụ: hoa@dongha.gov.vn"
          required
        />
        <TextField
          name="password"
          label="Mật khẩu"
          type="password"
          autoComplete="current-password"
          hint="Gõ sai 10 lần thì phải chờ 15 phút."
          required
        />
        {asksCode && <CodeField autoFocus />}
        <Submit>Đăng nhập</Submit>
      </ActionForm>
      <p className="hint">Quên mật khẩu? Hãy nhờ người quản trị của trang đặt mật khẩu mới cho bạn.</p>
    </>
  );
}
