import { expect, test } from "vitest";
import { datelineMoment, reasonsNotToPublish } from "#lib/articles/workflow.ts";

const now = new Date("2026-11-24T05:00:00Z");
const head = { id: 2, title: "Tin", bodyText: "Nội dung", bodyHtml: "<p>Nội dung</p>", dateline: null as Date | null };
const reasons = (change: Partial<typeof head>, live: number | null = 1) =>
  reasonsNotToPublish({ ...head, ...change }, live, now).join(" ");

test("a day is the midnight with which it begins in Việt Nam", () => {
  expect(datelineMoment(new Date("2017-07-19"))?.toISOString()).toBe("2017-07-18T17:00:00.000Z");
  expect(datelineMoment(null)).toBeNull();
});

test("a finished revision that is not live yet has nothing against it", () => {
  expect(reasons({})).toBe("");
  expect(reasons({ bodyText: "", bodyHtml: '<p><img src="/tep/1/a.webp" alt=""></p>' })).toBe("");
  expect(reasons({ dateline: new Date("2026-11-24") })).toBe("");
});

test("each reason is a sentence of its own", () => {
  expect(reasons({}, 2)).toContain("đúng bản này");
  expect(reasons({ bodyText: "", bodyHtml: "" })).toContain("chưa có nội dung");
  expect(reasons({ dateline: new Date("2026-11-25") })).toContain("còn ở phía trước");
  expect(reasons({ bodyText: "", bodyHtml: "", dateline: new Date("2027-01-01") }, 2).match(/\./g)).toHaveLength(4);
});
