import { expect, test } from "vitest";
import { isCrossSite } from "#lib/server/front/cross-site.ts";

const host = "phuong.example";

test.each([
  [{}, false],
  [{ "sec-fetch-site": "same-origin" }, false],
  [{ "sec-fetch-site": "none" }, false],
  [{ "sec-fetch-site": "same-site" }, true],
  [{ "sec-fetch-site": "cross-site" }, true],
  [{ "sec-fetch-site": "cross-site", origin: `https://${host}` }, true],
  [{ origin: `https://${host}` }, false],
  [{ origin: "https://site.example" }, false],
  [{ origin: "https://evil.example" }, true],
  [{ origin: `https://${host}.evil.example` }, true],
  [{ origin: `https://${host}:8443` }, true],
  [{ origin: "null" }, true],
  [{ origin: "" }, true],
  [{ origin: `ftp://${host}` }, true],
])("%o: %s", (headers, crossSite) => {
  expect(isCrossSite({ host, ...headers }, "site.example")).toBe(crossSite);
});
