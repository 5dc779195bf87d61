import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ACTIONS } from "#components/admin/audit-list.tsx";

test("whatever is recorded has a name that people read", () => {
  const sources = globSync("lib/**/*.ts").map((file) => readFileSync(file, "utf8"));
  const recorded = sources.flatMap((source) =>
    [...source.matchAll(/action: "([a-z]+\.[a-z-]+)"/g)].map(([, name]) => name),
  );
  expect(recorded).toContain("media.store");
  expect(recorded.filter((name = "") => !ACTIONS[name])).toEqual([]);
});
