import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { readDailySalt } from "#lib/rate-limit/daily-salt.ts";

const evening = new Date("2026-11-24T16:59:00Z"); // one minute before midnight in Vietnam
const nextDay = new Date("2026-11-24T17:00:00Z");

test("nodes that ask at once get the same salt, and get it all day", async () => {
  const salts = await Promise.all(Array.from({ length: 8 }, () => readDailySalt(evening)));
  expect(new Set(salts).size).toBe(1);
  expect(salts[0]).toMatch(/^[\w-]{22}$/);
});

test("at midnight another is drawn, and the last one is nowhere any more", async () => {
  const before = await readDailySalt(evening);
  const after = await readDailySalt(nextDay);
  expect(after).not.toBe(before);
  expect(await db.dailySalt.findMany()).toEqual([{ day: "2026-11-25", salt: after }]);
});
