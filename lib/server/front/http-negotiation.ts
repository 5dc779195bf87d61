export type Encoding = "br" | "gzip" | "identity";

const KNOWN_HEADERS = 500;
const chosen = new Map<string, Encoding>();

/** The best of what we keep for an Accept-Encoding field (RFC 9110, 12.5.3); Brotli wins a tie. */
export function chooseEncoding(header: string | undefined): Encoding {
  if (!header) return "identity";
  const known = chosen.get(header);
  if (known) return known;

  const encoding = weigh(header);
  if (chosen.size < KNOWN_HEADERS) chosen.set(header, encoding); // browsers send a dozen different ones
  return encoding;
}

function weigh(header: string): Encoding {
  const weights = new Map(header.toLowerCase().split(",").map(readWeight));
  const any = weights.get("*") ?? 0;
  const br = weights.get("br") ?? any;
  const gzip = weights.get("gzip") ?? weights.get("x-gzip") ?? any;
  const identity = weights.get("identity") ?? 0; // named only by those who would rather have it plain
  if (br > 0 && br >= gzip && br >= identity) return "br";
  return gzip > 0 && gzip >= identity ? "gzip" : "identity";
}

/** `gzip;q=0.5` → ["gzip", 0.5]; a weight that is no qvalue counts as 0. */
function readWeight(part: string): [string, number] {
  const [coding = "", ...parameters] = part.split(";").map((piece) => piece.trim());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  if (weight === undefined) return [coding, 1];
  return [coding, /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0];
}

/** If-None-Match holds this tag (weak comparison: RFC 9110, 13.1.2). */
export function matchesTag(header: string, etag: string) {
  if (header === etag || header.trim() === "*") return true;
  return header.length < 2000 && header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

/** If-Modified-Since is not before `changedAt` (a whole second); what is no HTTP date is ignored (RFC 9110, 13.1.3). */
export function unchangedSince(header: string, changedAt: number) {
  if (!/^[A-Z][a-z]{2,8},? /.test(header) || header.length > 40) return false;
  const since = Date.parse(header);
  return !Number.isNaN(since) && since >= changedAt;
}
