import { setTimeout as pause } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { log } from "#lib/log.ts";
import { repeat } from "#lib/repeat.ts";

test("work is done again and again, never twice at once, and a failure does not end it", async () => {
  const warn = vi.spyOn(log, "warn");
  let running = 0;
  let turns = 0;
  repeat({ everyMs: 5, firstMs: 1 }, "it could not be done", async () => {
    expect(++running).toBe(1);
    await pause(12);
    running--;
    if (++turns === 1) throw new Error("the first fails");
  });

  while (turns < 3) await pause(5);
  expect(warn).toHaveBeenCalledExactlyOnceWith({ err: expect.any(Error) }, "it could not be done");
});
