"use client";

import { useEffect, useRef } from "react";
import { SignInForm } from "#components/admin/sign-in-form.tsx";

/** The session ended while somebody was writing: they sign in here, and the text stays where it is. */
export function SignInAgain({ onDone }: { onDone: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog ref={dialog} aria-labelledby="dang-nhap-lai" onCancel={(event) => event.preventDefault()}>
      <h2 id="dang-nhap-lai">Phiên làm việc đã hết</h2>
      <p>Chữ bạn gõ vẫn còn nguyên trên trang. Hãy đăng nhập lại để lưu tiếp.</p>
      <SignInForm refusal={undefined} onDone={onDone} />
    </dialog>
  );
}
