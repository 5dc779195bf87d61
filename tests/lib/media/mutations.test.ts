import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { UserActor } from "#lib/actor.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { scheduleArticle } from "#lib/articles/scheduling.ts";
import { keepWorkingCopy } from "#lib/articles/working-copies.ts";
import { db } from "#lib/db.ts";
import { dataPath } from "#lib/env.ts";
import { getMedia } from "#lib/media/editing.ts";
import { deleteMedia, describeMedia, replaceMedia, storeMedia } from "#lib/media/mutations.ts";
import { getMediaFile } from "#lib/media/queries.ts";
import { isoSecond } from "#lib/time.ts";
import { picture, wordFile } from "#tests/support/files.ts";

let publisher: UserActor;
let contributor: UserActor;
let categoryId = 0;

const person = async (role: UserActor["role"]): Promise<UserActor> => {
  const { id, name } = await db.user.create({ data: { email: `${role}@p.vn`, name: role, role, passwordHash: "-" } });
  return { kind: "user", id, name, role };
};

beforeAll(async () => {
  publisher = await person("publisher");
  contributor = await person("contributor");
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
});

beforeEach(async () => {
  await db.rateLimit.deleteMany();
});

const photo = (width = 60) => picture(width, 40).jpeg().toBuffer();
const stored = async (width?: number) => storeMedia(publisher, { name: "Họp chi bộ.JPG", bytes: await photo(width) });
const filesOnDisk = () =>
  readdirSync(dataPath("media"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
const showing = (url: string) => ({
  title: "Họp chi bộ",
  summary: "Chi bộ họp.",
  categoryId,
  bodyHtml: `<p>Ảnh:</p><figure><img src="${url}" alt="Họp"></figure>`,
});
const usesOf = (mediaId: string) => db.mediaUse.count({ where: { mediaId } });

test("a picture is kept as WebP under a name of ours, with an id that nobody guesses", async () => {
  const media = await stored(1200);

  expect(media).toMatchObject({ type: "image/webp", width: 1200, height: 40, name: "Họp chi bộ.JPG" });
  expect(media.id).toMatch(/^[\w-]{22}$/);
  expect(media.url).toBe(`/tep/${media.id}/hop-chi-bo-960.webp`);
  const file = await getMediaFile(media.id, "hop-chi-bo-960.webp");
  expect(filesOnDisk()).toContain(file?.path);
  expect(await db.auditEvent.count({ where: { action: "media.store", subject: `media:${media.id}` } })).toBe(1);
});

test("the same bytes, also from twenty tabs at once, are one file", async () => {
  const bytes = await photo();
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, index) => storeMedia(publisher, { name: `${index}.jpg`, bytes })),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
});

test("a Word file is a document, whatever it is called", async () => {
  const media = await storeMedia(publisher, { name: "..\\..\\etc/kế hoạch.php", bytes: wordFile() });
  expect(media).toMatchObject({ name: "kế hoạch.php", width: null });
  expect(media.url).toBe(`/tep/${media.id}/ke-hoach.docx`);
});

test.each([
  ["25 MB", () => ({ name: "a.jpg", bytes: Buffer.alloc(25 * 1024 * 1024 + 1) })],
  ["tên", () => ({ name: "\u0000/", bytes: Buffer.alloc(1) })],
  ["Không nhận được tệp", () => ({ name: "a.jpg", bytes: { not: "" } })],
  ["chỉ nhận", () => ({ name: "a.jpg", bytes: Buffer.from("<script>alert(1)</script>") })],
])("refused with a sentence about %s, and nothing is kept", async (words, input) => {
  const before = filesOnDisk().length;
  await expect(storeMedia(publisher, input())).rejects.toThrow(words);
  expect(filesOnDisk().length).toBe(before);
});

test("visitors upload nothing", async () => {
  const bytes = await photo();
  await expect(storeMedia({ kind: "visitor" }, { name: "a.jpg", bytes })).rejects.toMatchObject({ code: "forbidden" });
});

test("a day's uploads have a limit", async () => {
  const editor = await person("editor");
  await db.rateLimit.create({ data: { key: `upload:user ${editor.id}`, points: 1000, expire: Date.now() + 60_000 } });
  const bytes = await photo();
  await expect(storeMedia(editor, { name: "a.jpg", bytes })).rejects.toMatchObject({ code: "too-many" });
});

test("uses follow what readers see and what editors work on, to the end of both", async () => {
  const media = await stored();
  const article = await createArticle(publisher, showing(media.url));
  expect(await usesOf(media.id)).toBe(1);

  const { version } = await publishArticle(publisher, { articleId: article.id, approval: "later" });
  const saved = await saveRevision(publisher, {
    ...showing(media.url),
    bodyHtml: "<p>Không ảnh</p>",
    articleId: article.id,
    version,
  });
  expect(await usesOf(media.id)).toBe(1); // readers still see it

  await takeDownArticle(publisher, { articleId: article.id, version: saved.version, reason: "mistake" });
  expect(await usesOf(media.id)).toBe(0);
});

test("a file in use is not deleted, and the refusal names the articles", async () => {
  const media = await stored();
  await createArticle(publisher, showing(media.url));
  await expect(deleteMedia(publisher, { mediaId: media.id })).rejects.toThrow("“Họp chi bộ”");
  expect(await getMediaFile(media.id, "a-480.webp")).not.toBeNull();
});

test("what waits for its hour is in use, also when a later text has dropped it", async () => {
  const media = await stored(61);
  const { id: articleId } = await createArticle(publisher, showing(media.url));
  const at = isoSecond(new Date(Date.now() + 3_600_000)).slice(0, 16);
  const { version } = await scheduleArticle(publisher, { articleId, at, approval: "later" });
  await saveRevision(publisher, { ...showing(media.url), bodyHtml: "<p>Không ảnh</p>", articleId, version });
  expect(await usesOf(media.id)).toBe(1);
});

test("a file in text that somebody is still typing is not deleted, and it is said whose", async () => {
  const media = await stored(62);
  const fields = { ...showing(media.url), categoryId: String(categoryId), cellId: "", dateline: "", slug: "" };
  const sitting = randomUUID();
  const keep = (sequence: number, bodyHtml: string) =>
    keepWorkingCopy(contributor, {
      v: 1,
      sitting,
      articleId: null,
      base: null,
      sequence,
      fields: { ...fields, bodyHtml },
    });
  await keep(1, fields.bodyHtml);
  await expect(deleteMedia(publisher, { mediaId: media.id })).rejects.toThrow("viết dở của contributor");
  expect(await getMedia(publisher, media.id)).toMatchObject({ uses: [], writers: ["contributor"] });

  await keep(2, "<p>Không ảnh nữa</p>");
  await deleteMedia(publisher, { mediaId: media.id });
  await keep(3, fields.bodyHtml); // brought back, but the file is gone
  expect(await db.mediaDraftUse.count()).toBe(0);
});

test("a deletion and a save at the same time: the file is used or gone, never both", async () => {
  for (let round = 0; round < 8; round += 1) {
    const media = await stored(70 + round);
    const [saved, deleted] = await Promise.allSettled([
      createArticle(publisher, showing(media.url)),
      deleteMedia(publisher, { mediaId: media.id }),
    ]);
    expect(saved.status).toBe("fulfilled");
    expect(await usesOf(media.id)).toBe(deleted.status === "fulfilled" ? 0 : 1);
  }
});

test("deleting a file that nobody uses takes every rendition with it", async () => {
  const before = filesOnDisk();
  const media = await stored(1700);
  expect(filesOnDisk().length).toBe(before.length + 3);

  await deleteMedia(publisher, { mediaId: media.id });
  expect(filesOnDisk()).toEqual(before);
  expect(await getMediaFile(media.id, "a-480.webp")).toBeNull();
});

test("a replaced file keeps its address, and readers are told", async () => {
  const media = await stored();
  const before = await db.contentVersion.findUniqueOrThrow({ where: { id: 1 } });
  const old = await getMediaFile(media.id, "a-480.webp");

  const replaced = await replaceMedia(publisher, { mediaId: media.id, name: "moi.jpg", bytes: await photo(90) });

  expect(replaced).toMatchObject({ id: media.id, url: media.url, width: 90 });
  const now = await getMediaFile(media.id, "a-480.webp");
  expect(now?.version).not.toBe(old?.version);
  expect(filesOnDisk()).not.toContain(old?.path);
  expect((await db.contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version).toBe(before.version + 1n);
});

test("a picture is not replaced by a document, nor by a file that is there already", async () => {
  const [media, other] = [await stored(), await photo(70)];
  await storeMedia(publisher, { name: "khac.jpg", bytes: other });
  const replace = (bytes: Buffer) => replaceMedia(publisher, { mediaId: media.id, name: "a", bytes });
  await expect(replace(wordFile("<w:document>khác</w:document>"))).rejects.toThrow("cùng loại");
  await expect(replace(other)).rejects.toThrow("khac.jpg");
});

test("contributors change what they uploaded, not what others did", async () => {
  const theirs = await stored();
  const own = await storeMedia(contributor, { name: "a.jpg", bytes: await photo() });
  const description = { name: "Ảnh họp.jpg", alt: "Chi bộ họp", focalX: "0.25", focalY: 1 };

  expect(await describeMedia(contributor, { mediaId: own.id, ...description })).toMatchObject({ alt: "Chi bộ họp" });
  for (const change of [describeMedia, deleteMedia]) {
    await expect(change(contributor, { mediaId: theirs.id, ...description })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  await expect(describeMedia(publisher, { mediaId: own.id, ...description, focalX: 2 })).rejects.toThrow();
});
