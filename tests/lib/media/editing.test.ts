import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#lib/actor.ts";
import { system } from "#lib/actor.ts";
import { getMedia, listMedia } from "#lib/media/editing.ts";
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

const namesFor = async (words: string) => (await listMedia(editor, { words, page: 1 })).media.map(({ name }) => name);

test("newest first, found by name with or without accents, signs taken as they are", async () => {
  expect(await namesFor("")).toEqual(["Lễ kết nạp.jpg", "100%_đạt.png", "Họp chi bộ 1.jpg"]);
  expect(await namesFor("hop CHI bo")).toEqual(["Họp chi bộ 1.jpg"]);
  expect(await namesFor("%_")).toEqual(["100%_đạt.png"]);
  expect(await namesFor("\\")).toEqual([]);
});

test("the next page is empty and says so", async () => {
  expect(await listMedia(editor, { words: "", page: 2 })).toEqual({ media: [], hasMore: false });
});

test("visitors see no library", async () => {
  const visitor = { kind: "visitor" } as const;
  await expect(listMedia(visitor, { words: "", page: 1 })).rejects.toMatchObject({ code: "forbidden" });
  await expect(getMedia(visitor, ids[0] ?? "")).rejects.toMatchObject({ code: "forbidden" });
});

test("a file that is not there is null", async () => {
  expect(await getMedia(editor, "A".repeat(22))).toBeNull();
  expect(await getMedia(editor, ids[0] ?? "")).toMatchObject({ name: "Họp chi bộ 1.jpg", uses: [], mayChange: true });
});
