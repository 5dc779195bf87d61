import zlib from "node:zlib";
import { expect, test } from "vitest";
import { frozenPage, plainBytes, withBestBrotli } from "#lib/server/pages/frozen-page.ts";

const paragraph = (_: unknown, index: number) => `<p>Chi bộ ${index} họp ngày ${index % 28}, ${index * 7919} đồng.</p>`;
const body = Buffer.from(Array.from({ length: 200 }, paragraph).join(""));
const rendered = { status: 200, headers: ["Content-Type", "text/html"], body, compressible: true };
const headOf = ({ head }: { head: string[] }) =>
  Object.fromEntries(head.flatMap((name, index) => (index % 2 ? [] : [[name, head[index + 1]]])));

test("each encoding unpacks to the same page, under a tag and a length of its own", async () => {
  const page = await frozenPage(rendered, 0);

  expect(zlib.brotliDecompressSync(page.br.bytes ?? "")).toEqual(body);
  expect(zlib.gunzipSync(page.gzip.bytes ?? "")).toEqual(body);
  expect(plainBytes(page)).toEqual(body);
  expect(new Set([page.br.etag, page.gzip.etag, page.identity.etag]).size).toBe(3);
  expect(headOf(page.br)).toMatchObject({
    "Content-Encoding": "br",
    "Content-Length": String(page.br.bytes?.length),
    ETag: page.br.etag,
    Vary: "Accept-Encoding",
  });
  expect(headOf(page.identity)).toMatchObject({ "Content-Length": String(body.length) });
  expect(page.br.notModified).not.toContain("Content-Length");
});

test("Brotli's best is smaller, and another tag, as its bytes are others", async () => {
  const page = await frozenPage(rendered, 0);
  const better = await withBestBrotli(page);

  expect(better.br.bytes?.length).toBeLessThan(page.br.bytes?.length ?? 0);
  expect(zlib.brotliDecompressSync(better.br.bytes ?? "")).toEqual(body);
  expect(better.br.etag).not.toBe(page.br.etag);
  expect(headOf(better.br)).toMatchObject({
    "Content-Length": String(better.br.bytes?.length),
    Vary: "Accept-Encoding",
  });
  expect(better.gzip).toBe(page.gzip);
  expect(await withBestBrotli(better)).toBe(better);
});

test("a page that Brotli's best does not make smaller stays as it is", async () => {
  const page = await frozenPage({ ...rendered, body: Buffer.from("<p>a</p>".repeat(300)) }, 0);
  expect(await withBestBrotli(page)).toBe(page);
});

test("the same content again keeps its bytes and its date", async () => {
  const before = await frozenPage(rendered, 0);
  expect(await frozenPage(rendered, Date.now(), before)).toBe(before);
  const corrected = { ...rendered, body: Buffer.from("<p>Sửa</p>") };
  expect((await frozenPage(corrected, 0, before)).identity.etag).not.toBe(before.identity.etag);
  const moved = { ...rendered, headers: ["Content-Type", "text/plain"] };
  expect((await frozenPage(moved, 0, before)).identity.etag).not.toBe(before.identity.etag);
});

test("a date in whole seconds is no proof for a page made in the second in which content moved", async () => {
  expect((await frozenPage(rendered, Date.now())).validSince).toBe(Number.POSITIVE_INFINITY);
  const page = await frozenPage(rendered, Date.now() - 2000);
  expect(new Date(page.validSince).toUTCString()).toBe(headOf(page.br)["Last-Modified"]);
});

test("pictures are not compressed again", async () => {
  const page = await frozenPage({ ...rendered, headers: ["Content-Type", "image/png"], compressible: false }, 0);
  expect(page.br).toBe(page.identity);
  expect(headOf(page.br)).not.toHaveProperty("Vary");
  expect(plainBytes(page)).toEqual(body);
  expect(await withBestBrotli(page)).toBe(page);
});

test("a page keeps no more memory than its bytes", async () => {
  const page = await frozenPage(rendered, 0);
  const best = await withBestBrotli(page);
  for (const { bytes } of [page.br, page.gzip, best.br]) expect(bytes?.buffer.byteLength).toBe(bytes?.length);
});
