import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { cleanHeaders } from "#lib/server/front/next-request.ts";

const site = new URL("https://phuong.example");
const HOSTILE = {
  "x-middleware-subrequest": "proxy:proxy:proxy",
  "x-nextjs-data": "1",
  "x-invoke-path": "/quan-tri",
  "x-matched-path": "/quan-tri",
  "next-resume": "1",
  "x-forwarded-host": "evil.example",
  "x-original-url": "/quan-tri",
  "x-http-method-override": "DELETE",
  "content-security-policy": "script-src 'nonce-mine'",
  "content-security-policy-report-only": "script-src 'nonce-mine'",
  "x-nonce": "mine",
  "x-client-network": "someone-else",
  "x-front-task": "page",
  connection: "keep-alive",
  expect: "100-continue",
};

function cleaned(headers: Record<string, string>, { editors = false, proxies = 0 } = {}) {
  const request = { headers: { ...headers }, socket: { remoteAddress: "1.2.3.4" } } as unknown as IncomingMessage;
  return cleanHeaders(request, "id-1", editors, { proxies, site });
}

test("nothing hostile or internal gets through, in the editors' area neither", () => {
  for (const editors of [false, true]) {
    const { "x-client-network": network, ...headers } = cleaned(
      { host: site.host, cookie: "a=b", ...HOSTILE },
      { editors },
    );
    expect(network).toMatch(/^[\w-]{22}$/);
    expect(headers).toEqual({
      host: site.host,
      cookie: "a=b",
      "x-forwarded-host": site.host,
      "x-forwarded-proto": "https",
      "x-request-id": "id-1",
    });
  }
});

test("what React's router says counts only where there is one", () => {
  const headers = { host: site.host, rsc: "1", "next-router-prefetch": "1", "next-action": "abc" };
  expect(cleaned(headers)).not.toHaveProperty("rsc");
  expect(cleaned(headers)).not.toHaveProperty("next-action");
  expect(cleaned(headers, { editors: true })).toMatchObject(headers);
});

test.each([
  ["evil.example", "phuong.example"],
  ["PHUONG.example", "PHUONG.example"],
  ["127.0.0.1:3000", "127.0.0.1:3000"],
  ["localhost:3000", "localhost:3000"],
  ["127.0.0.1.evil.example", "phuong.example"],
  ["a@evil.example", "phuong.example"],
])("host %s reaches Next as %s", (host, seen) => {
  expect(cleaned({ host })).toMatchObject({ host: seen, "x-forwarded-host": seen });
});

test("the protocol is our proxy's word, not the client's", () => {
  expect(cleaned({ host: site.host, "x-forwarded-proto": "http" })["x-forwarded-proto"]).toBe("https");
  expect(cleaned({ host: site.host, "x-forwarded-proto": "http" }, { proxies: 1 })["x-forwarded-proto"]).toBe("http");
  expect(cleaned({ host: site.host, "x-forwarded-proto": "gopher" }, { proxies: 1 })["x-forwarded-proto"]).toBe(
    "https",
  );
});
