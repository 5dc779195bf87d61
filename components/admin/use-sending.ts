"use client";

import { unstable_isUnrecognizedActionError as isOfAnotherBuild, unstable_rethrow } from "next/navigation";
import { startTransition, useActionState, useState, useTransition } from "react";
import { askToSignIn } from "#components/admin/session-end.ts";
import type { FormState } from "#lib/form-state.ts";

type Action<S> = (previous: S, form: FormData) => Promise<S>;

const LOST = "Chưa gửi được: mất kết nối, hoặc máy chủ đang bận. Những gì bạn ghi vẫn còn đây, hãy gửi lại.";

const UPGRADED =
  "Chương trình vừa được nâng cấp sau khi bạn mở trang này nên chưa gửi được. Những gì bạn ghi vẫn còn đây: hãy chép lại phần chưa lưu, tải lại trang rồi gửi lại.";

/**
 * Sends forms by an action. An answer that never comes is a sentence like any other: React would give the whole page up,
 * and what was typed with it. `withoutScript` is the action for a form that is sent before React is there.
 */
export function useSending<S extends FormState>(action: Action<S>, initial: Awaited<S>) {
  const [rendered, withoutScript] = useActionState<S, FormData>(action, initial);
  const [answer, setAnswer] = useState<S>();
  const [pending, startSending] = useTransition();
  const state = answer ?? rendered;

  const send = (form: FormData) =>
    startSending(async () => {
      const next = await action(state, form).catch((error: unknown) => {
        unstable_rethrow(error);
        return { ...state, done: undefined, error: isOfAnotherBuild(error) ? UPGRADED : LOST };
      });
      if (next.refused === "unauthenticated") void askToSignIn();
      startTransition(() => setAnswer(next));
    });
  return { state, send, pending, withoutScript };
}
