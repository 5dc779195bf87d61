"use client";

import { createContext, use } from "react";
import type { FormState } from "#lib/form-state.ts";

export const FormContext = createContext<{ state: FormState; pending: boolean }>({ state: {}, pending: false });

/** The sentence that belongs to a field of the form around it, and the ids that tie label, hint and error to the control. */
export function useField(name: string, hint?: string) {
  const { fields, typed } = use(FormContext).state;
  const error = fields?.[name];
  const described = [error && `${name}-loi`, hint && `${name}-goi-y`].filter(Boolean).join(" ");
  return {
    error,
    /** What came back with a refusal, of a field that may be sent several times too. */
    typed: typed && (typed[name] ?? []),
    control: {
      id: name,
      name,
      ...(typed?.[name]?.[0] !== undefined && { defaultValue: typed[name][0] }),
      ...(error && { "aria-invalid": true as const }),
      ...(described && { "aria-describedby": described }),
    },
  };
}
