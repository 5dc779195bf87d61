import { createHash } from "node:crypto";
import { promisify } from "node:util";
import zlib from "node:zlib";
import type { Encoding } from "#lib/server/front/http-negotiation.ts";

/** One encoding of a page, with its headers as the flat list that writeHead takes. */
type Variant = { etag: string; head: string[]; notModified: string[]; bytes: Buffer | undefined };

/** A finished answer. `identity.bytes` is only kept where nothing compresses: else it is unpacked when asked for. */
export type FrozenPage = {
  status: number;
  /** If-Modified-Since from here on means "unchanged"; Infinity where a date in whole seconds cannot tell two contents apart. */
  validSince: number;
  fingerprint: string;
  br: Variant;
  gzip: Variant;
  identity: Variant;
  weight: number;
};

export type Rendered = { status: number; headers: string[]; body: Buffer; compressible: boolean };

const zlibBrotli = promisify(zlib.brotliCompress);
const zlibGzip = promisify(zlib.gzip);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = zlib.constants;
const QUICK = 5;
const BEST = 11;
/** What an entry weighs beside its bytes: headers, tags, the map's own. */
export const OVERHEAD = 3072;

async function compress(body: Buffer, quality: number) {
  const params = {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_SIZE_HINT]: body.length,
    [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
  };
  return alone(await zlibBrotli(body, { params }));
}

const gzip = async (body: Buffer) => alone(await zlibGzip(body, { level: 6 }));

/** The same bytes in memory of their own: zlib's are the beginning of a piece of 64 kB, which would be kept with them. */
function alone(bytes: Buffer) {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  own.set(bytes);
  return own;
}

/**
 * Compresses and describes what was rendered. The same content as `before` keeps its bytes, tags and date.
 * `movedAt`: when content last moved; a page made in that very second may have had another text under the same date.
 */
export async function frozenPage(
  { status, headers, body, compressible }: Rendered,
  movedAt: number,
  before?: FrozenPage,
): Promise<FrozenPage> {
  const fingerprint = createHash("sha256")
    .update(`${status}\n${headers.join("\n")}\n`)
    .update(body)
    .digest("base64url")
    .slice(0, 22);
  if (before?.fingerprint === fingerprint) return before;

  const lastModified = Math.floor(Date.now() / 1000) * 1000;
  const shared = [...headers, "Last-Modified", new Date(lastModified).toUTCString()];
  const page = { status, fingerprint, validSince: movedAt < lastModified ? lastModified : Number.POSITIVE_INFINITY };
  if (!compressible || body.length === 0) {
    const only = variant(shared, `"${fingerprint}"`, undefined, body.length, body);
    return { ...page, br: only, gzip: only, identity: only, weight: body.length + OVERHEAD };
  }

  const [br, gz] = await Promise.all([compress(body, QUICK), gzip(body)]);
  const varying = [...shared, "Vary", "Accept-Encoding"];
  return {
    ...page,
    br: variant(varying, `"${fingerprint}-br${QUICK}"`, "br", br.length, br),
    gzip: variant(varying, `"${fingerprint}-gz"`, "gzip", gz.length, gz),
    identity: variant(varying, `"${fingerprint}"`, undefined, body.length, undefined),
    weight: br.length + gz.length + OVERHEAD,
  };
}

/** The same page with Brotli's best: ten times the work of the quick one, for one tenth fewer bytes. */
export async function withBestBrotli(page: FrozenPage): Promise<FrozenPage> {
  const etag = `"${page.fingerprint}-br${BEST}"`;
  if (page.br === page.identity || page.br.etag === etag) return page;
  const bytes = await compress(plainBytes(page), BEST);
  if (bytes.length >= (page.br.bytes?.length ?? 0)) return page; // seen on very short and very repetitive pages
  const br = variant(sharedHeaders(page), etag, "br", bytes.length, bytes);
  return { ...page, br, weight: bytes.length + (page.gzip.bytes?.length ?? 0) + OVERHEAD };
}

const OWN_HEADERS = 4; // ETag and Content-Length, name and value
const sharedHeaders = ({ identity }: FrozenPage) => identity.head.slice(0, -OWN_HEADERS);

/** The page as text: inflated for the few that take no compression, rather than kept for all. */
export const plainBytes = ({ identity, gzip: packed }: FrozenPage) =>
  identity.bytes ?? zlib.gunzipSync(packed.bytes ?? Buffer.alloc(0));

function variant(
  headers: string[],
  etag: string,
  encoding: Exclude<Encoding, "identity"> | undefined,
  length: number,
  bytes: Buffer | undefined,
): Variant {
  const notModified = [...headers, "ETag", etag];
  const coding = encoding ? ["Content-Encoding", encoding] : [];
  return { etag, notModified, head: [...headers, ...coding, "ETag", etag, "Content-Length", String(length)], bytes };
}
