import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import type { getMediaFile } from "#lib/media/queries.ts";
import { readRange } from "#lib/media/range.ts";

type File = NonNullable<Awaited<ReturnType<typeof getMediaFile>>>;

const FOR_EVER = "public, max-age=31536000, immutable";
/** An address without a version shows what replaced the file after this long at the latest. */
const FOR_NOW = "public, max-age=300";
/** Opened by itself, a file may load nothing and run nothing, whatever is in it. */
const INERT = "default-src 'none'; sandbox; frame-ancestors 'none'";

type Request = { method: string; headers: Headers; version: string | null };

/** Sends a file: pictures to be looked at, documents to be saved, pieces of either on demand. Null when its bytes are missing. */
export async function answerMedia(file: File, request: Request) {
  const found = await stat(file.path).catch(() => null);
  if (!found) return null;
  const headers = headersOf(file, request.version);
  if (holds(request.headers.get("if-none-match"), file.tag)) return new Response(null, { status: 304, headers });

  const range = readRange(rangeAsked(request.headers, file.tag), found.size);
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${found.size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range === "none" ? { start: 0, end: found.size - 1 } : range;
  headers.set("content-length", String(end - start + 1));
  if (range !== "none") headers.set("content-range", `bytes ${start}-${end}/${found.size}`);
  const body = request.method === "HEAD" ? null : Readable.toWeb(createReadStream(file.path, { start, end }));
  return new Response(body as ReadableStream<Uint8Array> | null, { status: range === "none" ? 200 : 206, headers });
}

const headersOf = ({ type, isPicture, saveAs, version, tag }: File, asked: string | null) =>
  new Headers({
    "content-type": type,
    "content-disposition": isPicture ? "inline" : attachment(saveAs),
    "content-security-policy": INERT,
    "x-content-type-options": "nosniff",
    "cache-control": asked === version ? FOR_EVER : FOR_NOW,
    "accept-ranges": "bytes",
    etag: tag,
  });

/** A piece of another version would not fit what the reader has: then the whole. */
const rangeAsked = (headers: Headers, tag: string) =>
  holds(headers.get("if-range") ?? tag, tag) ? headers.get("range") : null;

const holds = (header: string | null, tag: string) =>
  header?.split(",").some((candidate) => ["*", tag, `W/${tag}`].includes(candidate.trim())) ?? false;

/** A name with accents for browsers (RFC 6266, RFC 5987), one without for whatever does not read those. */
function attachment(name: string) {
  const plain = name
    .normalize("NFD")
    .replace(/[đĐ]/g, "d")
    .replace(/[^\w. -]/g, "");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
