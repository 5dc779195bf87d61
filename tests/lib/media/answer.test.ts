import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { answerMedia } from "#lib/media/answer.ts";
import { storeMedia } from "#lib/media/mutations.ts";
import { getMediaFile } from "#lib/media/queries.ts";
import { picture, wordFile } from "#tests/support/files.ts";

type File = NonNullable<Awaited<ReturnType<typeof getMediaFile>>>;
let photo: File;
let document: File;

beforeAll(async () => {
  const store = (name: string, bytes: Buffer) => storeMedia(system("test"), { name, bytes });
  const kept = [
    await store("a.png", await picture(50, 50).png().toBuffer()),
    await store("Kế hoạch (đợt 1).docx", wordFile()),
  ];
  const [one, two] = await Promise.all([
    getMediaFile(kept[0]?.id ?? "", "a-480.webp"),
    getMediaFile(kept[1]?.id ?? "", "ke-hoach.docx"),
  ]);
  if (!one || !two) throw new Error("the files were not stored");
  [photo, document] = [one, two];
});

const ask = (file: File, headers: Record<string, string> = {}, version: string | null = null, method = "GET") =>
  answerMedia(file, { method, headers: new Headers(headers), version });

test("a picture is shown, can run nothing and is believed to be nothing else", async () => {
  const answer = await ask(photo);
  expect(answer?.status).toBe(200);
  expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
    "content-type": "image/webp",
    "content-disposition": "inline",
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=300",
  });
  expect((await answer?.text())?.slice(8, 12)).toBe("WEBP");
});

test("under its version it holds for ever", async () => {
  const answer = await ask(photo, {}, photo.version);
  expect(answer?.headers.get("cache-control")).toContain("immutable");
});

test("a document is saved, under its Vietnamese name", async () => {
  const answer = await ask(document);
  expect(answer?.headers.get("content-disposition")).toBe(
    `attachment; filename="Ke hoach dot 1.docx"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%28%C4%91%E1%BB%A3t%201%29.docx`,
  );
});

test("who has it already gets 304, who wants a piece gets the piece", async () => {
  expect((await ask(photo, { "if-none-match": `W/${photo.tag}, "x"` }))?.status).toBe(304);
  const piece = await ask(document, { range: "bytes=0-3" });
  expect([piece?.status, await piece?.text()]).toEqual([206, "PK\u0003\u0004"]);
  expect((await ask(document, { range: "bytes=0-3", "if-range": '"old"' }))?.status).toBe(200);
  expect((await ask(document, { range: "bytes=999999-" }))?.status).toBe(416);
});

test("HEAD is told the same without the bytes", async () => {
  const answer = await ask(photo, {}, null, "HEAD");
  expect(Number(answer?.headers.get("content-length"))).toBeGreaterThan(100);
  expect(answer?.body).toBeNull();
});

test("a row whose bytes are gone is no file", async () => {
  expect(await ask({ ...photo, path: `${photo.path}.gone` })).toBeNull();
});
