import { expect, test } from "vitest";
import { bucketsBetween } from "#lib/search/buckets.ts";

const between = (oldest: string, newest: string) => bucketsBetween(new Date(oldest), new Date(newest));

test("a few weeks are days", () => {
  expect(between("2026-02-27T23:59:59Z", "2026-03-01T00:00:00Z")).toEqual(["@20260301", "@20260228", "@20260227"]);
});

test("a few years are months", () => {
  const months = between("2024-11-30T12:00:00Z", "2026-02-01T12:00:00Z");
  expect(months).toHaveLength(16);
  expect(months).toEqual(expect.arrayContaining(["@202411", "@202412", "@202501", "@202602"]));
});

test("a century is no narrowing", () => {
  expect(between("1930-02-03T00:00:00Z", "2026-11-24T00:00:00Z")).toBeUndefined();
});
