import zlib from "node:zlib";
import { expect, test } from "vitest";
import { frozenPage, plainBytes, variantOf, withBestBrotli } from "#lib/server/pages/frozen-page.ts";
import { best, finished } from "#tests/support/finished.ts";

const paragraph = (_: unknown, index: number) => `<p>Chi bộ ${index} họp ngày ${index % 28}, ${index * 7919} đồng.</p>`;
const body = Buffer.from(Array.from({ length: 200 }, paragraph).join(""));
const rendered = await finished(body.toString());
const headOf = ({ head }: { head: string[] }) =>
  Object.fromEntries(head.flatMap((name, index) => (index % 2 ? [] : [[name, head[index + 1]]])));

test("each encoding unpacks to the same page, under a tag and a length of its own", async () => {
  const page = frozenPage(rendered, 0);
  const [br, gzip, identity] = [variantOf(page, "br"), variantOf(page, "gzip"), variantOf(page, "identity")];

  expect(zlib.brotliDecompressSync(br.bytes)).toEqual(body);
  expect(zlib.gunzipSync(gzip.bytes)).toEqual(body);
  expect(identity.bytes).toEqual(body);
  expect(plainBytes(page)).toEqual(body);
  expect(new Set([br.etag, gzip.etag, identity.etag]).size).toBe(3);
  for (const [variant, coding] of [
    [br, "br"],
    [gzip, "gzip"],
    [identity, undefined],
  ] as const) {
    const length = { "Content-Length": String(variant.bytes.length), ETag: variant.etag, Vary: "Accept-Encoding" };
    expect(headOf(variant)).toMatchObject(length);
    expect(headOf(variant)["Content-Encoding"]).toBe(coding);
    expect(variant.notModified).not.toContain("Content-Length");
  }
});

test("an encoding that few ask for is made once, for one page under one date", async () => {
  const page = frozenPage(rendered, 0);
  expect(variantOf(page, "gzip")).toBe(variantOf(page, "gzip"));
  expect(variantOf(await withBestBrotli(page, best), "gzip")).toBe(variantOf(page, "gzip"));
  expect(variantOf(frozenPage(rendered, 0), "gzip")).not.toBe(variantOf(page, "gzip"));
});

test("Brotli's best is smaller, and another tag, as its bytes are others", async () => {
  const page = frozenPage(rendered, 0);
  const better = await withBestBrotli(page, best);

  expect(better.kept.bytes.length).toBeLessThan(page.kept.bytes.length);
  expect(zlib.brotliDecompressSync(better.kept.bytes)).toEqual(body);
  expect(better.kept.etag).not.toBe(page.kept.etag);
  expect(headOf(better.kept)).toMatchObject({
    "Content-Length": String(better.kept.bytes.length),
    Vary: "Accept-Encoding",
  });
  expect(await withBestBrotli(better, best)).toBe(better);
});

test("a page that Brotli's best does not make smaller stays as it is", async () => {
  const page = frozenPage(await finished("<p>a</p>".repeat(300)), 0);
  expect(await withBestBrotli(page, best)).toBe(page);
});

test("a date in whole seconds is no proof for a page made in the second in which content moved", async () => {
  expect(frozenPage(rendered, Date.now()).validSince).toBe(Number.POSITIVE_INFINITY);
  const page = frozenPage(rendered, Date.now() - 2000);
  expect(new Date(page.validSince).toUTCString()).toBe(headOf(page.kept)["Last-Modified"]);
});

test("pictures are not compressed again", async () => {
  const page = frozenPage(
    await finished(body.toString(), { headers: ["Content-Type", "image/png"], compressible: false }),
    0,
  );
  for (const encoding of ["br", "gzip", "identity"] as const) expect(variantOf(page, encoding)).toBe(page.kept);
  expect(headOf(page.kept)).not.toHaveProperty("Vary");
  expect(plainBytes(page)).toEqual(body);
  expect(await withBestBrotli(page, best)).toBe(page);
});

test("a page keeps no more memory than its bytes", async () => {
  const page = frozenPage(rendered, 0);
  const better = await withBestBrotli(page, best);
  for (const { kept } of [page, better]) expect(kept.bytes.buffer.byteLength).toBe(kept.bytes.length);
});
