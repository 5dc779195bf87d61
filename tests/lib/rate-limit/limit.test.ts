import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { createLimit } from "#lib/rate-limit/limit.ts";
import { ownerQuery } from "#tests/support/owner-query.ts";

test("of twenty at once as many pass as the limit allows, each key by itself", async () => {
  const spend = createLimit({ name: "test-a", points: 5, seconds: 60 });

  const passed = await Promise.all(Array.from({ length: 20 }, () => spend("one")));

  expect(passed.filter(Boolean)).toHaveLength(5);
  expect(await spend("two")).toBe(true);
});

test("a window ends, and what costs more leaves less", async () => {
  const spend = createLimit({ name: "test-b", points: 5, seconds: 1 });

  expect(await spend("one", 4)).toBe(true);
  expect(await spend("one", 4)).toBe(false);
  await wait(1200);
  expect(await spend("one")).toBe(true);
});

test("two processes count together", async () => {
  const [here, there] = [0, 1].map(() => createLimit({ name: "test-c", points: 1, seconds: 60 }));

  expect(await here?.("one")).toBe(true);
  expect(await there?.("one")).toBe(false);
  expect(await ownerQuery(`SELECT key FROM "RateLimit" WHERE key LIKE 'test-c%'`)).toEqual([{ key: "test-c:one" }]);
});
