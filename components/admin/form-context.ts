"use client";

import { createContext, use } from "react";
import type { FormState } from "#lib/form-state.ts";

type Sending = {
  state: FormState;
  pending: boolean;
  /** Before the ids of its fields, in a form that may open over another with fields of the same names. */
  idPrefix?: string | undefined;
};

export const FormContext = createContext<Sending>({ state: {}, pending: false });

/** The sentence that belongs to a field of the form around it, and the ids that tie label, hint and error to the control. */
export function useField(name: string, hint?: string) {
  const { state, idPrefix = "" } = use(FormContext);
  const { fields, typed } = state;
  const error = fields?.[name];
  const id = idPrefix + name;
  const described = [error && `${id}-loi`, hint && `${id}-goi-y`].filter(Boolean).join(" ");
  return {
    error,
    /** What came back with a refusal, of a field that may be sent several times too. */
    typed: typed && (typed[name] ?? []),
    control: {
      id,
      name,
      ...(typed?.[name]?.[0] !== undefined && { defaultValue: typed[name][0] }),
      ...(error && { "aria-invalid": true as const }),
      ...(described && { "aria-describedby": described }),
    },
  };
}
