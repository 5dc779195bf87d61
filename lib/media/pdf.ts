import { inflate } from "node:zlib";
import { AppError } from "#lib/errors.ts";

const LARGEST_STREAM = 64 * 1024 * 1024;
const LARGEST_TOTAL = 256 * 1024 * 1024;
const MOST_STREAMS = 50_000;
const DICTIONARY = 400;

/** Refuses a PDF that runs programs when it is opened, or whose compressed parts unpack to far more than paper needs. */
export async function refuseHostilePdf(bytes: Buffer) {
  const text = bytes.toString("latin1");
  const streams = listStreams(text);
  const outside = [0, ...streams.map(({ end }) => end)].map((start, index) => text.slice(start, streams[index]?.start));
  if (outside.some((piece) => /\/(?:JavaScript|JS|Launch)(?![A-Za-z])/.test(piece)))
    throw new AppError(
      "invalid",
      "Tệp PDF này có chương trình nằm bên trong nên không nhận được. Hãy mở tệp, chọn In → Lưu thành PDF, rồi đưa tệp mới lên.",
    );

  let total = 0;
  for (const { start, end, deflated } of streams) {
    if (deflated) total += await unpackedSize(bytes.subarray(start, end));
    if (total > LARGEST_TOTAL) throw tooDense();
  }
}

function listStreams(text: string) {
  const streams = [];
  for (let at = text.indexOf("stream"); at >= 0; ) {
    const start = at + 6 + (text.startsWith("\r\n", at + 6) ? 2 : 1);
    const found = text.indexOf("endstream", start);
    const end = found < 0 ? text.length : found;
    streams.push({ start, end, deflated: text.slice(Math.max(0, at - DICTIONARY), at).includes("/FlateDecode") });
    if (streams.length > MOST_STREAMS) throw tooDense();
    at = text.indexOf("stream", end + 9);
  }
  return streams;
}

const tooDense = () =>
  new AppError(
    "invalid",
    "Tệp PDF này bung ra quá lớn nên không nhận được. Hãy mở tệp, chọn In → Lưu thành PDF, rồi đưa tệp mới lên.",
  );

/** Bytes that a compressed part unpacks to, off the main thread and into bounded memory; a damaged part counts as nothing. */
function unpackedSize(part: Buffer) {
  return new Promise<number>((resolve, reject) => {
    inflate(part, { maxOutputLength: LARGEST_STREAM }, (error, unpacked) => {
      if (error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") reject(tooDense());
      else resolve(unpacked?.length ?? 0);
    });
  });
}
