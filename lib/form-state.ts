import { ZodError } from "zod";
import type { AppErrorCode } from "#lib/errors.ts";
import { expectedFailure } from "#lib/expected-failure.ts";

type Slip = { serial: number; code: string; qr: { size: number; path: string } };
export type Sheet = { cell: string; page: number; of: number; slips: Slip[] };

/** What a form shows after it was sent. */
export type FormState = {
  done?: string;
  error?: string;
  /** Of which kind an expected failure was. */
  refused?: AppErrorCode;
  /** The sentence of each field that is wrong, by the field's name. */
  fields?: Record<string, string>;
  warnings?: string[];
  /** What was typed, by field, for the form that comes back refused to a browser without script. */
  typed?: Record<string, string[]>;
  /** Recovery codes of an account: this answer is the only one that shows them. */
  codes?: string[];
  /** Slips with their codes, for printing: this answer is the only one that shows them. */
  sheets?: Sheet[];
  /** The article that now exists, and the version that its next save builds on. */
  article?: { id: number; version: number };
};

/** Runs an action's work: expected failures become sentences; bugs and redirects pass. */
export async function toFormState(work: () => Promise<FormState>): Promise<FormState> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ZodError)
      return { error: "Chưa lưu được. Hãy xem lại các ô có ghi lỗi.", fields: sentencesOf(error) };
    const { code, field, message } = expectedFailure(error);
    return { error: message, refused: code, ...(field && { fields: { [field]: message } }) };
  }
}

/** The same, and a refused form comes back with what was typed in it. */
export async function keepingTyped(form: FormData, work: () => Promise<FormState>): Promise<FormState> {
  const state = await toFormState(work);
  return state.error ? { ...state, typed: textsOf(form) } : state;
}

const textsOf = (form: FormData) =>
  Object.fromEntries(
    [...new Set(form.keys())].map((name) => [name, form.getAll(name).filter((value) => typeof value === "string")]),
  );

const sentencesOf = (error: ZodError) =>
  Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0] ?? ""), message]).reverse());
