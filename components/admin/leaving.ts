"use client";

import { type RefObject, useEffect } from "react";

/** Asks before a page with unsaved text is left or closed. */
export function useLeaveWarning(isChanged: boolean) {
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isChanged]);
}

/** Ctrl+S saves, as in Word; Ctrl+Enter publishes, or does what comes nearest to it for this role. An open dialog has the keys to itself. */
export function useArticleKeys(form: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const intent = intentOf(event);
      const button = intent?.map((value) => buttonOf(form.current, value)).find((found) => found);
      if (!intent) return;
      event.preventDefault();
      if (button && !document.querySelector("dialog[open]")) form.current?.requestSubmit(button);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [form]);
}

const buttonOf = (form: HTMLFormElement | null, value: string) =>
  form?.querySelector<HTMLButtonElement>(`button[value="${value}"]`);

function intentOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  if (key.toLowerCase() === "s") return ["save"];
  return key === "Enter" ? ["publish", "publish-now", "submit", "save"] : undefined;
}
