import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { headOf } from "#lib/server/front/next-head.ts";
import type { Area } from "#lib/server/front/public-routes.ts";

const security = ["X-Frame-Options", "DENY"];

function headFor(area: Area, ...rawHeaders: string[]) {
  const pairs = rawHeaders.flatMap((name, at) => (at % 2 ? [] : [[name.toLowerCase(), rawHeaders[at + 1]]]));
  const answer = { rawHeaders, headers: Object.fromEntries(pairs) } as unknown as IncomingMessage;
  return headOf(answer, area, "id-1", security);
}

test("what Next says goes on, each cookie by itself; what is the connection's does not", () => {
  const head = headFor(
    "form",
    ...["Set-Cookie", "a=1", "Set-Cookie", "b=2", "Connection", "keep-alive", "Transfer-Encoding", "chunked"],
  );
  expect(head.slice(0, 4)).toEqual(["Set-Cookie", "a=1", "Set-Cookie", "b=2"]);
  expect(head).not.toContain("Connection");
  expect(head).not.toContain("Transfer-Encoding");
  expect(head).toEqual(expect.arrayContaining(["X-Frame-Options", "DENY", "X-Request-Id", "id-1"]));
});

test("what is ours to say replaces what Next said", () => {
  const head = headFor("open", "x-frame-options", "ALLOWALL", "Content-Security-Policy", "default-src *");
  expect(head.filter((name) => /^x-frame-options$/i.test(name))).toHaveLength(1);
  expect(head.join("\n")).not.toMatch(/ALLOWALL|default-src \*/);
  expect(head.at(head.indexOf("Content-Security-Policy") + 1)).toMatch(/default-src 'none';.*; sandbox$/);
});

test("editors' pages keep the policy of their nonce, and are kept by nobody", () => {
  const head = headFor("editors", "content-security-policy", "script-src 'nonce-a'", "Cache-Control", "public");
  expect(head.at(head.indexOf("Content-Security-Policy") + 1)).toBe("script-src 'nonce-a'");
  expect(head.at(head.indexOf("Cache-Control") + 1)).toBe("private, no-store");
  expect(head.at(headFor("editors").indexOf("Content-Security-Policy") + 1)).not.toBe("");
});
