import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { storeMedia } from "#lib/media/mutations.ts";
import { getMediaFile } from "#lib/media/queries.ts";
import { picture, wordFile } from "#tests/support/files.ts";

const store = (name: string, bytes: Buffer) => storeMedia(system("test"), { name, bytes });

test.each([
  ["a-480.webp", "-480.webp"],
  ["a-960.webp", "-960.webp"],
  ["a-1600.webp", "-960.webp"],
  ["a-100.webp", "-480.webp"],
  ["a.webp", "-960.webp"],
])("%s is answered by the rendition %s", async (fileName, ending) => {
  const media = await store("a.png", await picture(900, 20).png().toBuffer());
  expect((await getMediaFile(media.id, fileName))?.path.endsWith(ending)).toBe(true);
});

test.each(["a.html", "a-480.svg", "a-480.webp.php", "a", ".webp", "..", "a/../b.webp"])(
  "no file under the name %s",
  async (fileName) => {
    const media = await store("a.png", await picture(40, 20).png().toBuffer());
    expect(await getMediaFile(media.id, fileName)).toBeNull();
  },
);

test.each(["", "1", "../../etc/passwd", "A".repeat(22)])("no file under the id %j", async (id) => {
  expect(await getMediaFile(id, "a-480.webp")).toBeNull();
});

test("a document is saved under its own name with the extension of its content", async () => {
  const media = await store("Kế hoạch 28.exe", wordFile());
  expect(await getMediaFile(media.id, "ke-hoach-28.docx")).toMatchObject({
    isPicture: false,
    saveAs: "Kế hoạch 28.docx",
  });
});
