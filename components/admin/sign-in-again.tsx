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
      <h2 id="dang-nhap-lai">Phiên làm việc đã hết</h2>
      <p>Chữ bạn gõ vẫn còn nguyên trên trang. Hãy đăng nhập lại để làm tiếp.</p>
      <SignInForm refusal={undefined} onDone={noteSignedIn} />
    </dialog>
  );
}
