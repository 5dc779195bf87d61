import { expect, test } from "vitest";
import { areaOf, needsDatabase, storedRoute } from "#lib/server/front/public-routes.ts";

test.each([
  ["/", "utm_source=x&chon=2&loi=ma", "/?loi=ma&chon=2"],
  ["/bai-viet/a", "_rsc=1", "/bai-viet/a"],
  ["/bai-viet/a", "chon=1&loi=ma&chon=2", "/bai-viet/a?loi=ma&chon=1"],
  ["/chuyen-muc/a", "trang=2&q=x", "/chuyen-muc/a?trang=2"],
  ["/chuyen-muc/a", "trang=", "/chuyen-muc/a"],
  ["/tim-kiem", "trang=2&q=%C4%91%E1%BA%A3ng+%E1%BB%A7y", "/tim-kiem?q=%C4%91%E1%BA%A3ng+%E1%BB%A7y&trang=2"],
  ["/tim-kiem", `q=${encodeURIComponent("đảng".normalize("NFD"))}`, "/tim-kiem?q=%C4%91%E1%BA%A3ng"],
  ["/tim-kiem", "q=%zz%00", "/tim-kiem?q=%25zz%00"],
  ["/rss.xml", "x=1", "/rss.xml"],
])("%s with %s is kept as %s", (path, query, key) => {
  expect(storedRoute(path, query).key).toBe(key);
});

test("counts live for seconds, pages until content moves", () => {
  expect(storedRoute("/tham-do/a", "").seconds).toBe(3);
  expect(storedRoute("/api/tham-do/a", "").seconds).toBe(3);
  expect(storedRoute("/bai-viet/a", "").seconds).toBeUndefined();
});

test("what is too long is answered and forgotten", () => {
  expect(storedRoute("/tim-kiem", `q=${"a".repeat(600)}`).storable).toBe(false);
  expect(storedRoute("/tim-kiem", "q=a").storable).toBe(true);
});

test.each([
  ["/quan-tri", "editors"],
  ["/quan-tri/x.css", "editors"],
  ["/quan-tri-khac", "page"],
  ["/quan-tri.rsc", "page"],
  ["/tham-do/a/phieu", "form"],
  ["/tham-do/a/phieu/b", "page"],
  ["/gop-y/gui", "form"],
  ["/ma-xac-nhan", "open"],
  ["/ma-xac-nhan/am-thanh", "open"],
  ["/api/auth/session", "open"],
  ["/api/khac", "page"],
  ["/_next/image", "closed"],
  ["/_next/data/x", "closed"],
  ["/_next/static/chunks/a.js", "page"],
])("%s is %s", (path, area) => {
  expect(areaOf(path)).toBe(area);
});

test.each([
  ["/_next/static/chunks/a.js", false],
  ["/site.js", false],
  ["/bieu-tuong.svg", false],
  ["/rss.xml", true],
  ["/bai-viet/a", true],
  ["/tim-kiem?q=a.b", true],
  ["/api/tham-do/a/ket-qua.csv", true],
])("%s needs the database: %s", (key, needed) => {
  expect(needsDatabase(key)).toBe(needed);
});
