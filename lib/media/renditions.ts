import os from "node:os";
import sharp, { type Metadata } from "sharp";
import { AppError } from "#lib/errors.ts";
import { createRoom } from "#lib/media/room.ts";

const WIDTHS = [480, 960, 1600] as const;

const MOST_PIXELS = 50_000_000;
const TALLEST = 6400;
/** A picture within the limits takes two; on a machine that is busy with something else, ten. */
const SECONDS = 20;
/** A picture that cannot be read row by row is held whole. */
const MOST_BYTES_WHOLE = 220 * 1024 * 1024;

sharp.concurrency(1);
sharp.cache(false);
// lib/media/kinds.ts lets only these through; a decoder that is never called has no holes.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif"],
});

const INPUT = { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true } as const;

type Renditions = { width: number; height: number; files: { width: number; bytes: Buffer }[] };

/** A picture a core; two of libuv's four threads stay free for files and names. */
const AT_ONCE = Math.max(1, Math.min(2, os.availableParallelism()));
const inTurn = createRoom(AT_ONCE);

/** Half the time of libwebp's usual 4 for a thirtieth more bytes; 2 takes longer than 1 and saves nothing. */
const EFFORT = 1;

/** Makes a picture anew as WebP in three widths, upright, without anything the camera wrote into it; never larger than it came. */
export async function makeRenditions(bytes: Buffer): Promise<Renditions> {
  const metadata = await readable(sharp(bytes, INPUT).metadata());
  refuseLarge(metadata);
  // Held whole, one may take 200 MB: then no other is decoded beside it.
  return inTurn(isHeldWhole(metadata) ? AT_ONCE : 1, () => render(bytes));
}

async function render(bytes: Buffer): Promise<Renditions> {
  const { data, info } = await readable(
    sharp(bytes, INPUT)
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: WIDTHS[2], height: TALLEST, fit: "inside", withoutEnlargement: true })
      .toColorspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );

  const raw = { width: info.width, height: info.height, channels: info.channels };
  const files = [];
  for (const width of widthsFor(info.width)) {
    const small = sharp(data, { raw }).resize({ width: Math.min(width, info.width) });
    files.push({
      width,
      bytes: await small.timeout({ seconds: SECONDS }).webp({ quality: 80, effort: EFFORT }).toBuffer(),
    });
  }
  return { width: info.width, height: info.height, files };
}

type Box = { left: number; top: number; width: number; height: number };

/** A piece of a rendition as JPEG, which every program that shows links can read; never larger than it is there. */
export function makeCrop(rendition: Buffer, box: Box, size: { width: number; height: number }) {
  const crop = sharp(rendition, INPUT).timeout({ seconds: SECONDS }).extract(box).resize(size);
  return inTurn(1, () => crop.flatten({ background: "#fff" }).jpeg({ quality: 80 }).toBuffer());
}

/** The widths below the picture's own, and the first that holds all of it. */
const widthsFor = (width: number) => WIDTHS.filter((_, index) => (WIDTHS[index - 1] ?? 0) < width);

const FEW_PIXELS = 12_500_000;

/** Only a picture that comes row by row, as it stands, is read so: what is turned, or interlaced, is not. */
const isHeldWhole = ({ width, height, isProgressive, orientation = 1, format }: Metadata) =>
  width * height > FEW_PIXELS && (isProgressive || orientation > 1 || !["jpeg", "png"].includes(format));

function refuseLarge({ width, height, channels = 4, depth, isProgressive }: Metadata) {
  const pixels = width * height;
  if (pixels > MOST_PIXELS) throw tooLarge();
  if (isProgressive && pixels * channels * (depth === "ushort" ? 2 : 1) > MOST_BYTES_WHOLE) throw tooLarge();
}

const tooLarge = () =>
  new AppError(
    "invalid",
    "Ảnh lớn quá 50 triệu điểm ảnh. Hãy thu nhỏ ảnh (chiều rộng 3000 điểm ảnh là quá đủ) rồi đưa lên lại.",
  );

const tooSlow = () =>
  new AppError(
    "unavailable",
    "Máy chủ đang bận nên chưa xử lý xong ảnh này. Hãy thu nhỏ ảnh, hoặc thử lại sau ít phút.",
  );

async function readable<T>(work: Promise<T>) {
  try {
    return await work;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (/pixel limit/i.test(message)) throw tooLarge();
    if (/timeout/i.test(message)) throw tooSlow();
    throw new AppError(
      "invalid",
      "Không đọc được ảnh này, có thể tệp bị hỏng. Hãy mở ảnh, lưu lại thành JPEG rồi đưa lên.",
    );
  }
}
