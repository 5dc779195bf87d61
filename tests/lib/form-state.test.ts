import { expect, test } from "vitest";
import { toJsonAnswer } from "#lib/api-answer.ts";
import { db } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { toFormState } from "#lib/form-state.ts";

const full = () => db.$executeRaw`DO $$ BEGIN RAISE 'could not extend file' USING ERRCODE = '53100'; END $$`;
const sentence = expect.stringContaining("Máy chủ hết chỗ chứa nên chưa lưu được.");

test("a full disk is a sentence in a form, and 503 at a JSON address", async () => {
  const answer = await toJsonAnswer(new Request("http://localhost/"), async () => Response.json(await full()));

  expect(await toFormState(async () => ({ done: String(await full()) }))).toEqual({
    error: sentence,
    refused: "unavailable",
  });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ error: sentence });
});

test("a field's mistake stands at its field, and a bug passes", async () => {
  const wrong = () => Promise.reject(new AppError("invalid", "Hãy ghi tên bài.", "title"));

  expect(await toFormState(wrong)).toEqual({
    ...{ error: "Hãy ghi tên bài.", refused: "invalid" },
    fields: { title: "Hãy ghi tên bài." },
  });
  await expect(toFormState(() => Promise.reject(new TypeError("bug")))).rejects.toThrow("bug");
});
