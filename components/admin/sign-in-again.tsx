"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { isSignInAsked, noteSignedIn, subscribeToAsking } from "#components/admin/session-end.ts";
import { SignInForm } from "#components/admin/sign-in-form.tsx";

/** The session ended while somebody was at work: they sign in here, and what they wrote stays where it is. */
export function SignInAgain() {
  const isAsked = useSyncExternalStore(subscribeToAsking, isSignInAsked, () => false);
  return isAsked && <SignInDialog />;
}

function SignInDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog ref={dialog} aria-labelledby="dang-nhap-lai" onCancel={(event) => event.preventDefault()}>
      <h2 id="dang-nhap-lai">Hãy đăng nhập lại</h2>
      <p>Phiên làm việc đã hết, hoặc việc bạn làm cần gõ lại mật khẩu. Những gì bạn ghi vẫn còn nguyên trên trang.</p>
      <SignInForm refusal={undefined} onDone={noteSignedIn} />
    </dialog>
  );
}
