import { expect, test } from "vitest";
import { isSlug, slugOf } from "#lib/slug.ts";

test.each([
  ["CHI BỘ 1 - PHƯỜNG ĐÔNG THANH", "chi-bo-1-phuong-dong-thanh"],
  ["Đảng ủy phường".normalize("NFD"), "dang-uy-phuong"],
  ["Kế hoạch số 57-NQ/TW", "ke-hoach-so-57-nq-tw"],
  ["???", "bai"],
])("%s → %s", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test("a long title is cut between words", () => {
  const slug = slugOf("chi bộ ".repeat(40));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug.endsWith("chi-bo") || slug.endsWith("chi")).toBe(true);
});

test.each([
  ["bai-viet-1", true],
  ["", false],
  ["Bai", false],
  ["a--b", false],
  ["-a", false],
  ["đảng", false],
  ["%00", false],
  ["a".repeat(201), false],
])("%j can be a slug: %j", (text, possible) => {
  expect(isSlug(text)).toBe(possible);
});
