import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { storeMedia } from "#lib/media/mutations.ts";
import { loadFromLibrary } from "#lib/word/pictures.ts";
import { picture, wordFile } from "#tests/support/files.ts";

const store = (name: string, bytes: Buffer) => storeMedia(system("test"), { name, bytes });

test("a picture of the library comes as JPEG", async () => {
  const { url } = await store("a.png", await picture(400, 200).png().toBuffer());
  const loaded = await loadFromLibrary(url);
  expect(loaded).toMatchObject({ type: "jpg", width: 400, height: 200 });
  expect([...(loaded?.bytes.subarray(0, 2) ?? [])]).toEqual([0xff, 0xd8]);
});

test("documents and strangers' addresses are no pictures", async () => {
  const { url } = await store("a.docx", wordFile());
  expect(await loadFromLibrary(url)).toBeNull();
  expect(await loadFromLibrary("https://example.vn/a.png")).toBeNull();
  expect(await loadFromLibrary("/tep/AAAAAAAAAAAAAAAAAAAAAA/a-960.webp")).toBeNull();
});
