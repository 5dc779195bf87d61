import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#lib/actor.ts";
import { system } from "#lib/actor.ts";
import { db } from "#lib/db.ts";
import { getMedia, listAttachments, listMedia } from "#lib/media/editing.ts";
import { storeMedia } from "#lib/media/mutations.ts";
import { picture } from "#tests/support/files.ts";

const editor: UserActor = { kind: "user", id: 1, name: "Hoa", role: "editor" };
let ids: string[] = [];

beforeAll(async () => {
  ids = [];
  for (const name of ["Họp chi bộ 1.jpg", "100%_đạt.png", "Lễ kết nạp.jpg"]) {
    const bytes = await picture(30 + ids.length, 20)
      .png()
      .toBuffer();
    ids.push((await storeMedia(system("test"), { name, bytes })).id);
  }
});

const namesFor = async (words: string) => (await listMedia(editor, { words })).media.map(({ name }) => name);

test("newest first, found by name with or without accents, signs taken as they are", async () => {
  expect(await namesFor("")).toEqual(["Lễ kết nạp.jpg", "100%_đạt.png", "Họp chi bộ 1.jpg"]);
  expect(await namesFor("hop CHI bo")).toEqual(["Họp chi bộ 1.jpg"]);
  expect(await namesFor("%_")).toEqual(["100%_đạt.png"]);
  expect(await namesFor("\\")).toEqual([]);
});

test("found by the name it was given later", async () => {
  const id = ids[0] ?? "";
  await db.media.update({ where: { id }, data: { name: "Đại hội.jpg" } });
  expect(await namesFor("dai hoi")).toEqual(["Đại hội.jpg"]);
  expect(await namesFor("hop chi bo")).toEqual([]);
  await db.media.update({ where: { id }, data: { name: "Họp chi bộ 1.jpg" } });
});

test("pages follow each other without gap or repetition, each kind by itself", async () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({
    id: `tep-so-${String(at).padStart(12, "0")}`,
    sha256: String(at),
    name: `Kế hoạch ${at}.pdf`,
    type: "application/pdf",
    bytes: 1000,
    createdAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(at / 7))), // several at once
  }));
  await db.media.createMany({ data: rows });
  const seen: string[] = [];
  for (let after: string | undefined, page = 0; page < 5; page += 1) {
    const { media, next } = await listMedia(editor, { kind: "document", after });
    seen.push(...media.map(({ id }) => id));
    if (!next) break;
    after = next;
  }
  expect(seen).toEqual(rows.map(({ id }) => id).reverse());
  expect((await listMedia(editor, { kind: "picture" })).media).toHaveLength(3);
  for (const after of ["", "x", "2026-13-01T00:00:00.000Z_tep-so-000000000000"])
    expect((await listMedia(editor, { kind: "picture", after })).media).toHaveLength(3);
});

test("documents are found as articles link to them, without pictures", async () => {
  const [file, ...others] = await listAttachments(editor, "ke hoach 59");
  expect(file).toMatchObject({ name: "Kế hoạch 59.pdf", bytes: 1000, url: "/tep/tep-so-000000000059/ke-hoach-59.pdf" });
  expect(others).toEqual([]);
  expect(await listAttachments(editor, "hop chi bo")).toEqual([]);
});

test("visitors see no library", async () => {
  const visitor = { kind: "visitor" } as const;
  await expect(listMedia(visitor, {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(listAttachments(visitor, "")).rejects.toMatchObject({ code: "forbidden" });
  await expect(getMedia(visitor, ids[0] ?? "")).rejects.toMatchObject({ code: "forbidden" });
});

test("a file that is not there is null", async () => {
  expect(await getMedia(editor, "A".repeat(22))).toBeNull();
  expect(await getMedia(editor, ids[0] ?? "")).toMatchObject({
    name: "Họp chi bộ 1.jpg",
    uses: [],
    writers: [],
    mayChange: true,
  });
});
