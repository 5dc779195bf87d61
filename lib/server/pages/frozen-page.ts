import zlib from "node:zlib";
import { LRUCache } from "lru-cache";
import type { Encoding } from "#lib/server/front/http-negotiation.ts";
import { alone, BEST, QUICK } from "#lib/server/next/brotli.ts";
import type { FinishedPage } from "#lib/server/next/finished-page.ts";

/** One encoding of a page, with its headers as the flat list that writeHead takes. */
type Variant = { etag: string; head: string[]; notModified: string[]; bytes: Buffer };

/** A finished answer. It is kept in one encoding; the others are made for those who ask for them (`variantOf`). */
export type FrozenPage = {
  status: number;
  /** If-Modified-Since from here on means "unchanged"; Infinity where a date in whole seconds cannot tell two contents apart. */
  validSince: number;
  fingerprint: string;
  /** What all encodings say, as names and values in turn. */
  headers: string[];
  /** Brotli, or plain where compressing would not help. */
  kept: Variant;
  isCompressed: boolean;
  /** The articles that it shows, when it follows from them alone while nothing else moves. */
  shows: number[] | undefined;
  weight: number;
};

/** What an entry weighs beside its bytes: headers, tags, the map's own. */
export const OVERHEAD = 2048;

/**
 * Dates what was rendered and gives it tags. `movedAt`: when content last moved; a page made in that very second may have had
 * another text under the same date.
 */
export function frozenPage(finished: FinishedPage, movedAt: number): FrozenPage {
  const { status, fingerprint, body, isCompressed, shows } = finished;
  const lastModified = Math.floor(Date.now() / 1000) * 1000;
  const varying = isCompressed ? ["Vary", "Accept-Encoding"] : [];
  const headers = [...finished.headers, "Last-Modified", new Date(lastModified).toUTCString(), ...varying];
  const kept = isCompressed
    ? variant(headers, `"${fingerprint}-br${QUICK}"`, body, "br")
    : variant(headers, `"${fingerprint}"`, body);
  return {
    status,
    fingerprint,
    validSince: movedAt < lastModified ? lastModified : Number.POSITIVE_INFINITY,
    headers,
    kept,
    isCompressed,
    shows,
    weight: body.length + OVERHEAD,
  };
}

/** The same page with Brotli's best, which `compress` is: ten times the work of the quick one, for one tenth fewer bytes. */
export async function withBestBrotli(
  page: FrozenPage,
  compress: (text: Buffer) => Promise<Buffer>,
): Promise<FrozenPage> {
  const etag = `"${page.fingerprint}-br${BEST}"`;
  if (!page.isCompressed || page.kept.etag === etag) return page;
  const bytes = await compress(plainBytes(page));
  if (bytes.length >= page.kept.bytes.length) return page; // seen on very short and very repetitive pages
  return { ...page, kept: variant(page.headers, etag, bytes, "br"), weight: bytes.length + OVERHEAD };
}

/** The page as text. */
export const plainBytes = ({ isCompressed, kept }: FrozenPage) =>
  isCompressed ? alone(zlib.brotliDecompressSync(kept.bytes)) : kept.bytes;

/** Browsers take Brotli wherever the site has a certificate: what others ask for again and again needs little room. */
const rare = () =>
  new LRUCache<string[], Variant>({
    maxSize: 2 * 1024 * 1024,
    sizeCalculation: ({ bytes }) => bytes.length + OVERHEAD,
  });
const made = { gzip: rare(), identity: rare() };

/** The page as one reader takes it. `page.headers` names it among the encodings made before: one list for each page. */
export function variantOf(page: FrozenPage, encoding: Encoding) {
  if (encoding === "br" || !page.isCompressed) return page.kept;
  const known = made[encoding].get(page.headers);
  if (known) return known;

  const plain = plainBytes(page);
  const { headers, fingerprint } = page;
  const asked =
    encoding === "gzip"
      ? variant(headers, `"${fingerprint}-gz"`, alone(zlib.gzipSync(plain, { level: 6 })), "gzip")
      : variant(headers, `"${fingerprint}"`, plain);
  made[encoding].set(headers, asked);
  return asked;
}

function variant(headers: string[], etag: string, bytes: Buffer, encoding?: Exclude<Encoding, "identity">): Variant {
  const notModified = [...headers, "ETag", etag];
  const coding = encoding ? ["Content-Encoding", encoding] : [];
  return {
    etag,
    notModified,
    head: [...headers, ...coding, "ETag", etag, "Content-Length", String(bytes.length)],
    bytes,
  };
}
