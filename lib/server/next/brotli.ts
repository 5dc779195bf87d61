import { promisify } from "node:util";
import zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = zlib.constants;

/** Quick, so that the first reader need not wait; the best for pages that are read again (pages/frozen-page.ts). */
export const QUICK = 5;
export const BEST = 11;

/** Brotli (RFC 7932) of a text, in a thread. */
export async function compress(body: Buffer, quality: number) {
  const params = {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_SIZE_HINT]: body.length,
    [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
  };
  return alone(await brotli(body, { params }));
}

/** The same bytes in memory of their own: zlib's are the beginning of a piece of 64 kB, which would be kept with them. */
export function alone(bytes: Buffer) {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  own.set(bytes);
  return own;
}
