import { register } from "prom-client";
import { expect, test } from "vitest";
import { describeFront } from "#lib/server/front/metrics.ts";
import { clock, front, send } from "#tests/support/front.ts";

const figure = async (name: string) => {
  const line = new RegExp(`^${name} (?<value>\\S+)$`, "m").exec(await register.metrics());
  return Number(line?.groups?.["value"]);
};

test("whoever watches the site is told what its fronts answered from memory, and what not", async () => {
  describeFront(front.store, clock);
  for (let visit = 0; visit < 3; visit++) await send("/bai-viet/dem");
  expect(await figure("page_misses_total")).toBe(1);
  expect(await figure("page_hits_total")).toBe(2);
  expect(await figure("page_store_pages")).toBe(1);
  expect(await figure("page_fill_seconds_count")).toBe(1);
  expect(await figure("database_connected")).toBe(1);
});
