import { expect, test } from "vitest";
import { routeOf } from "#lib/server/front/request-route.ts";

test.each([
  ["GET", "/", { kind: "stored", key: "/" }],
  ["HEAD", "/bai-viet/a?x=1", { kind: "stored", key: "/bai-viet/a" }],
  ["GET", "/api/health", { kind: "own", name: "health" }],
  ["GET", "/speculation.json", { kind: "own", name: "speculation" }],
  ["GET", "/toString", { kind: "stored", key: "/toString" }],
  ["GET", "/__proto__", { kind: "stored", key: "/__proto__" }],
  ["POST", "/api/health", { kind: "refused", status: 405 }],
  ["POST", "/bai-viet/a", { kind: "refused", status: 405 }],
  ["POST", "/", { kind: "refused", status: 405 }],
  ["GET", "/tham-do/a/phieu", { kind: "refused", status: 405 }],
  ["POST", "/tham-do/a/phieu", { kind: "next", area: "form", url: "/tham-do/a/phieu" }],
  ["POST", "/%71uan-tri/bai-viet?a=%20b", { kind: "next", area: "editors", url: "/quan-tri/bai-viet?a=%20b" }],
  ["GET", "/bai-viet/a/?loi=ma", { kind: "moved", to: "/bai-viet/a?loi=ma" }],
  ["GET", "//evil.example/", { kind: "refused", status: 400 }],
  ["GET", `/tim-kiem?q=${"a".repeat(9000)}`, { kind: "refused", status: 400 }],
  ["GET", "/_next/image?url=%2Fa.png&w=64&q=75", { kind: "refused", status: 404 }],
  ["PUT", "/quan-tri", { kind: "refused", status: 405 }],
  ["OPTIONS", "/", { kind: "refused", status: 405 }],
  ["TRACE", "/", { kind: "refused", status: 405 }],
])("%s %s", (method, url, { key, ...expected }: Record<string, unknown>) => {
  expect(routeOf(method, url)).toMatchObject(key ? { ...expected, route: { key } } : expected);
});
