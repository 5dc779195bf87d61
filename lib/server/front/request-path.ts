const LONGEST_PATH = 2048;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through.
const NEVER_IN_A_SEGMENT = /[\u0000-\u001f\u007f/\\\ufffe\uffff]/;
const PLAIN = /^(?:\/[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)+$/;

/**
 * The one way of writing a path: each segment decoded once, in NFC, encoded again, so that a page has one key.
 * Undefined for what no reader's browser sends: empty or dot segments, slashes and control characters in disguise, broken encoding.
 */
export function canonicalPath(path: string) {
  if (path === "/" || (path.length <= LONGEST_PATH && PLAIN.test(path))) return path;
  if (!path.startsWith("/") || path.length > LONGEST_PATH) return undefined;

  const trailing = path.endsWith("/") ? "/" : "";
  const segments = path
    .slice(1, trailing ? -1 : undefined)
    .split("/")
    .map(canonicalSegment);
  return segments.includes(undefined) ? undefined : `/${segments.join("/")}${trailing}`;
}

function canonicalSegment(raw: string) {
  const text = decode(raw);
  if (!text || text === "." || text === ".." || NEVER_IN_A_SEGMENT.test(text)) return undefined;
  return encodeURIComponent(text.normalize("NFC"));
}

/** Node hands over bytes above 127 as Latin-1: those are UTF-8 that a client left unencoded. */
function decode(raw: string) {
  try {
    return decodeURIComponent(raw.replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`));
  } catch {
    return undefined;
  }
}
