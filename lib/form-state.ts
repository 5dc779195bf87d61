import { ZodError } from "zod";
import { AppError } from "#lib/errors.ts";

/** What a form shows after it was sent. */
export type FormState = {
  done?: string;
  error?: string;
  /** The sentence of each field that is wrong, by the field's name. */
  fields?: Record<string, string>;
  warnings?: string[];
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
    if (!(error instanceof AppError)) throw error;
    return error.field ? { error: error.message, fields: { [error.field]: error.message } } : { error: error.message };
  }
}

const sentencesOf = (error: ZodError) =>
  Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0] ?? ""), message]).reverse());
