import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { db } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { keepImageAs } from "#lib/importers/keep-image.ts";
import { picture, wordFile } from "#tests/support/files.ts";

const keepImage = keepImageAs(system("article:import"), "Báo cáo quý IV.docx");

test("a picture of a document becomes one of the library, the same bytes only once", async () => {
  const bytes = new Uint8Array(await picture(80, 40).png().toBuffer());
  const kept = await keepImage(bytes, "image/png", 1);
  expect(kept).toMatchObject({
    src: expect.stringMatching(/^\/tep\/[\w-]+\/anh-1-trong-bao-cao-quy-iv-\d+\.webp$/),
    width: 80,
    height: 40,
  });
  expect(await keepImage(bytes, "image/png", 2)).toEqual(kept);
  expect(await db.media.count()).toBe(1);
});

test.each([
  ["a drawing that no page can show", new Uint8Array([0x01, 0, 0, 0, 0x6c]), "image/emf"],
  ["a document in a picture's place", new Uint8Array(wordFile()), "image/png"],
])("%s is refused in a sentence", async (_what, bytes, type) => {
  await expect(keepImage(bytes, type, 1)).rejects.toThrow(AppError);
});
