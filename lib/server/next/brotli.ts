import { promisify } from "node:util";
import zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = zlib.constants;
const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = zlib.constants;

/** Quick, so that the first reader need not wait; the best for pages that are read again (pages/frozen-page.ts). */
export const QUICK = 5;
export const BEST = 11;

/** Room for a page that is compressed; what zlib takes otherwise is four times as much, and garbage a moment later. */
const CHUNK = 16 * 1024;
/** A page takes less than a millisecond at once, and twice as much work by way of a thread. */
const LONGEST_AT_ONCE = 128 * 1024;

/** Brotli (RFC 7932) of a text; what takes long, in a thread. */
export async function compress(body: Buffer, quality: number) {
  const params = {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_SIZE_HINT]: body.length,
    [BROTLI_PARAM_LGWIN]: windowFor(body.length),
    [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
  };
  const isShort = quality <= QUICK && body.length <= LONGEST_AT_ONCE;
  const options = { params, chunkSize: CHUNK };
  return alone(isShort ? zlib.brotliCompressSync(body, options) : await brotli(body, options));
}

/** The smallest window that reaches over the whole text (RFC 7932, 9.1), at most 4 MB: each takes memory of its size. */
const windowFor = (length: number) => Math.min(22, Math.max(10, Math.ceil(Math.log2(length + 16))));

/** The same bytes in memory of their own: zlib's are the beginning of a larger piece, which would be kept with them. */
export function alone(bytes: Buffer) {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  own.set(bytes);
  return own;
}
