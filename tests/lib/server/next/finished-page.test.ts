import zlib from "node:zlib";
import { expect, test } from "vitest";
import { finishPage } from "#lib/server/next/finished-page.ts";

const page = {
  status: 200,
  headers: ["Content-Type", "text/html"],
  body: Buffer.from("<p>Chi bộ họp</p>".repeat(50)),
  compressible: true,
  isPage: true,
};
const tagOf = async (more: Partial<typeof page>) => (await finishPage({ ...page, ...more })).fingerprint;

test("a page leaves compressed, a picture as it is", async () => {
  const text = await finishPage(page);
  expect(text.isCompressed && zlib.brotliDecompressSync(text.body)).toEqual(page.body);
  const picture = await finishPage({ ...page, compressible: false });
  expect([picture.isCompressed, picture.body]).toEqual([false, page.body]);
});

test("status, headers and text make the fingerprint, and nothing else", async () => {
  const same = await tagOf({});
  expect(await tagOf({ body: Buffer.from(page.body) })).toBe(same);
  const others = await Promise.all([
    tagOf({ status: 410 }),
    tagOf({ headers: ["Content-Type", "text/plain"] }),
    tagOf({ body: Buffer.from("<p>Sửa</p>") }),
  ]);
  expect(new Set([same, ...others]).size).toBe(4);
});
