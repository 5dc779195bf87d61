import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { jsonLines } from "#lib/json-lines.ts";

const read = (stream: ReadableStream) => new Response(stream).text();

test("what is said on the way comes first, then what came of it", async () => {
  const lines = jsonLines(async (say) => {
    say({ done: 0.5 });
    return { article: "A" };
  });
  expect(await read(lines)).toBe('{"done":0.5}\n{"article":"A"}\n');
});

test("a refusal is a line, a bug breaks the answer", async () => {
  const fail = (error: Error) => read(jsonLines(() => Promise.reject(error)));
  expect(await fail(new AppError("invalid", "Tệp hỏng."))).toBe('{"error":"Tệp hỏng."}\n');
  await expect(fail(new Error("bug"))).rejects.toThrow("bug");
});

test("a reader who leaves ends the work and breaks nothing", async () => {
  const heard: unknown[] = [];
  const lines = jsonLines(async (say, gone) => {
    await pause(20);
    say({ done: 0.5 });
    heard.push(gone.aborted);
    gone.throwIfAborted();
    return {};
  });
  await lines.cancel();
  await pause(50);
  expect(heard).toEqual([true]);
});
