"use client";

import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { FormContext } from "#components/admin/form-context.ts";
import { useSending } from "#components/admin/use-sending.ts";
import type { FormState } from "#lib/form-state.ts";

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

type Props = { action: FormAction; children: ReactNode; className?: string; label?: string; idPrefix?: string };

/**
 * A form whose fields keep what was typed whatever the answer is: React would empty them if the form called the action itself.
 * Without script it does call it, and `typed` in the answer brings back what was typed.
 */
export function ActionForm({ action, children, className = "form", label, idPrefix }: Props) {
  const { state, send, pending, withoutScript } = useSending(action, {});
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.done && !state.error) form.current?.reset();
  }, [state]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    send(new FormData(event.currentTarget, submitter));
  };

  return (
    <form ref={form} className={className} action={withoutScript} onSubmit={submit} aria-label={label} noValidate>
      <Outcome state={state} />
      <FormContext value={{ state, pending, idPrefix }}>{children}</FormContext>
    </form>
  );
}

/** What came of it, read out by screen readers. */
export function Outcome({ state }: { state: FormState }) {
  return (
    <div role="status" className="outcome">
      {state.error && (
        <p className="note hot">
          <b>Lỗi:</b> {state.error}
        </p>
      )}
      {state.done && !state.error && <p className="note">{state.done}</p>}
      {state.warnings?.map((warning) => (
        <p key={warning} className="note">
          {warning}
        </p>
      ))}
    </div>
  );
}
