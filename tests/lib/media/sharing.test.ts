import sharp from "sharp";
import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { db } from "#lib/db.ts";
import { describeMedia, storeMedia } from "#lib/media/mutations.ts";
import { getMediaFile } from "#lib/media/queries.ts";
import { findSharePicture, shareBox } from "#lib/media/sharing.ts";
import { picture } from "#tests/support/files.ts";

const actor = system("test");

/** A grey picture with one red spot. */
const spotted = (width: number, height: number, left: number, top: number) =>
  sharp({ create: { width, height, channels: 3, background: "#777" } })
    .composite([{ input: { create: { width: 40, height: 40, channels: 3, background: "#f00" } }, left, top }])
    .jpeg()
    .toBuffer();

/** Where a crop is red, from its left and its top, or nothing when the spot was cut away. */
async function spotIn(path: string) {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += 3)
    if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 255) < 80)
      return { x: (at / 3) % info.width, y: Math.floor(at / 3 / info.width) };
  return undefined;
}

const shareOf = async (id: string) => {
  const media = await db.media.findUniqueOrThrow({ where: { id } });
  const file = await getMediaFile(id, "anh-chia-se.jpg");
  return { media, file };
};

test("where a link is shared the picture is cut around its focal point, once, and anew when the point moves", async () => {
  const bytes = await spotted(900, 1600, 430, 1500); // upright, and what matters is at its foot
  const { id, name } = await storeMedia(actor, { name: "Dâng hương.jpg", bytes });
  const middle = (await shareOf(id)).file;
  expect(await spotIn(middle?.path ?? "")).toBeUndefined();

  const body = `<p>Chữ</p><figure><img src="/tep/${id}/dang-huong-960.webp?v=1" alt="Dâng hương &amp; báo công"></figure>`;
  const before = await findSharePicture(body);
  expect(before).toMatchObject({ width: 900, height: 473, alt: "Dâng hương & báo công" });
  const version = () => db.contentVersion.findUniqueOrThrow({ where: { id: 1 } });
  const was = (await version()).version;
  await describeMedia(actor, { mediaId: id, name, alt: "", focalX: 0.5, focalY: 0.95 });
  expect((await version()).version).toBeGreaterThan(was); // pages that name the former crop are made anew

  const { file } = await shareOf(id);
  expect(await spotIn(file?.path ?? "")).toBeDefined();
  expect(await sharp(file?.path).metadata()).toMatchObject({ format: "jpeg", width: 900, height: 473 });
  expect((await findSharePicture(body))?.path).toMatch(
    new RegExp(`^/tep/${id}/dang-huong-chia-se\\.jpg\\?v=\\w{12}-50-95$`),
  );
  expect((await findSharePicture(body))?.path).toContain(`?v=${file?.version}`);
  expect(file?.path).not.toBe(middle?.path);
});

test.each([
  [
    { width: 1600, height: 1000, focalX: 0, focalY: 0 },
    { left: 0, top: 0, width: 1600, height: 840 },
  ],
  [
    { width: 1600, height: 1000, focalX: 1, focalY: 1 },
    { left: 0, top: 160, width: 1600, height: 840 },
  ],
  [
    { width: 1600, height: 630, focalX: 0.75, focalY: 0.5 },
    { left: 400, top: 0, width: 1200, height: 630 },
  ],
  [
    { width: 1600, height: 630, focalX: 0.5, focalY: 0.5 },
    { left: 200, top: 0, width: 1200, height: 630 },
  ],
])("%o is cut to %o: the point stays in, and the piece inside the picture", (media, box) => {
  expect(shareBox(media)).toEqual({ box, size: { width: 1200, height: 630 } });
});

test("what is too small to stand for an article does not: the first that is large enough does", async () => {
  const small = await storeMedia(actor, { name: "nho.png", bytes: await picture(300, 200).png().toBuffer() });
  const large = await storeMedia(actor, { name: "lon.png", bytes: await picture(800, 600).png().toBuffer() });
  const image = (id: string) => `<p><img src="/tep/${id}/a-480.webp" alt=""></p>`;
  expect(await findSharePicture(image(small.id) + image(large.id))).toMatchObject({ width: 800, height: 420, alt: "" });
  expect(await findSharePicture(image(small.id))).toBeUndefined();
  expect(await findSharePicture("<p>Chữ</p>")).toBeUndefined();
  expect(await getMediaFile(small.id, "nho-chia-se.jpg")).toBeNull();
});

test("a crop that twenty ask for at once is there for all of them, and whole", async () => {
  const { id } = await storeMedia(actor, { name: "dong.png", bytes: await picture(1400, 900).png().toBuffer() });
  const files = await Promise.all(Array.from({ length: 20 }, () => getMediaFile(id, "dong-chia-se.jpg")));
  expect(new Set(files.map((file) => file?.path)).size).toBe(1);
  expect(await sharp(files[0]?.path).metadata()).toMatchObject({ width: 1200, height: 630 });
});
