import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { makeRenditions } from "#lib/media/renditions.ts";
import { picture } from "#tests/support/files.ts";
import { peakWhile } from "#tests/support/peak.ts";

const widthsOf = ({ files }: Awaited<ReturnType<typeof makeRenditions>>) => files.map(({ width }) => width);

test.each([
  [300, [480]],
  [480, [480]],
  [700, [480, 960]],
  [1600, [480, 960, 1600]],
  [3000, [480, 960, 1600]],
])("a picture %d wide is kept as %o, never enlarged", async (width, expected) => {
  const made = await makeRenditions(await picture(width, 100).jpeg().toBuffer());
  expect(widthsOf(made)).toEqual(expected);
  for (const file of made.files) {
    const metadata = await sharp(file.bytes).metadata();
    expect(metadata).toMatchObject({ format: "webp", width: Math.min(file.width, width) });
  }
});

test("what the camera wrote is gone and the picture stands upright", async () => {
  const exif = { IFD0: { Make: "CANARY", Orientation: "6" }, IFD3: { GPSLatitude: "16/1 49/1 0/1" } };
  const photo = await picture(200, 100).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect((await sharp(photo).metadata()).orientation).toBe(6);

  const { width, height, files } = await makeRenditions(photo);
  expect([width, height]).toEqual([100, 200]);
  const metadata = await sharp(files[0]?.bytes).metadata();
  expect(metadata.exif ?? metadata.xmp ?? metadata.icc ?? metadata.orientation).toBeUndefined();
  expect(files[0]?.bytes.includes("CANARY")).toBe(false);
});

test("a scrap of script behind a picture does not survive", async () => {
  const photo = Buffer.concat([await picture(50, 50).gif().toBuffer(), Buffer.from("<script>alert(1)</script><?php")]);
  const { files } = await makeRenditions(photo);
  expect(files.some(({ bytes }) => bytes.includes("script") || bytes.includes("php"))).toBe(false);
});

test("fifty megapixels are too many, also when the file is small and says little", async () => {
  const bombs = [bomb(30_000, 30_000), bomb(7000, 7000, true)];
  const began = performance.now();
  const more = await peakWhile(async () => {
    await expect(makeRenditions(bombs[0] as Buffer)).rejects.toThrow("50 triệu");
    await expect(makeRenditions(bombs[1] as Buffer)).rejects.toThrow(/50 triệu|hỏng/);
  });
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(more).toBeLessThan(300_000_000);
});

test("forty-nine megapixels are made small in time and in bounded memory", async () => {
  const photo = await sharp({ create: { width: 7000, height: 7000, channels: 3, background: "#a00" } })
    .png()
    .toBuffer();
  const began = performance.now();
  const more = await peakWhile(async () => expect((await makeRenditions(photo)).width).toBe(1600));
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(more).toBeLessThan(300_000_000);
});

test.each([
  ["cut", async () => (await picture(300, 300).jpeg().toBuffer()).subarray(0, 2000)],
  ["made of nothing", async () => Buffer.from("\xff\xd8\xff\xe0aaaaaaaaaaaaaaaa", "latin1")],
])("a picture that is %s is refused in a sentence", async (_what, make) => {
  await expect(makeRenditions(await make())).rejects.toThrow("Không đọc được ảnh");
});

/** A PNG that claims a size its few bytes can unpack to; `interlaced` makes a reader hold it whole. */
function bomb(width: number, height: number, interlaced = false) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([16, 6, 0, 0, interlaced ? 1 : 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(4);
    frame.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([frame, body, check]);
  };
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  const data = deflateSync(Buffer.alloc(20_000_000));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}
