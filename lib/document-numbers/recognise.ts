import { isPartyBody, isStateBody, TYPE_WORDS, typesOf } from "#lib/document-numbers/codes.ts";
import { dateAfter, dateBefore } from "#lib/document-numbers/dates.ts";
import { issuerAfter, issuerBefore } from "#lib/document-numbers/issuers.ts";

/** One reference to a document. `raw` is what the author wrote, at `index`; nothing of it is ever rewritten. */
export type DocumentReference = {
  raw: string;
  index: number;
  number: string;
  /** The year inside the number, as state papers have it (42/2022/NĐ-CP). */
  year?: string;
  /** Type and body without spaces, as written: KH/TU, QĐ-UBND; null in a short reference ("Nghị quyết 49"). */
  symbol: string | null;
  /** The right spelling: 98-QĐ/TW for 98/QĐ-TW, 27-KH/ĐU for 27-KH/DU. */
  canonical?: string;
  type?: string;
  issuer?: string;
  /** ISO day; `dateRaw` instead when the text has only part of one. */
  date?: string;
  dateRaw?: string;
};

/** An article cites tens; this bounds the work on a text made to hurt. */
const MOST = 2000;
const NEAR = 240;

const DASH = "[-‐‑–—]";
const TOKEN = String.raw`\p{Lu}[\p{Lu}\d]{0,12}(?:[a-z][\p{Lu}\d]{0,6})?`;
const START = String.raw`(?<![\p{N}/.,‐‑–—-])(?:(?<=số)|(?<!\p{L}))(?<number>\d{1,5})`;
const REFERENCE = new RegExp(
  String.raw`${START}(?:/(?<year>(?:19|20)\d\d)(?=/))?(?<gap>\s?(?:${DASH}|/)\s?|\s)(?<first>${TOKEN})(?<second>\s?(?:${DASH}|/)\s?${TOKEN}(?:[/-]${TOKEN}){0,2})?(?![\p{L}\p{N}])`,
  "gu",
);

const LABEL = new RegExp(
  String.raw`(?<!\p{L})(?:(?<type>${TYPE_WORDS})\s+(?:Trung ương\s+)?)?(?<so>(?:số\s*:?\s*)*)$`,
  "iu",
);
const NEAR_TYPE = new RegExp(String.raw`(?<!\p{L})(?:${TYPE_WORDS})(?!\p{L})`, "giu");
const NEXT_TYPE = new RegExp(String.raw`^\s+(?:${TYPE_WORDS})(?!\p{L})`, "iu");
const SHORT =
  /(?<!\p{L})(?<type>nghị quyết|chỉ thị|quyết định|quy định|kết luận|nghị định|thông tư|hướng dẫn|công văn|kế hoạch|thông báo)\s+(?<so>số\s*:?\s*)?(?<number>\d{1,5})(?!\d|\p{L}|\s?[/-]|[.,:]\d)(?<rest>\s*(?:[.,;)]|$|của|ngày|ban hành|về)(?!\p{L}))?/giu;

/** Every document reference in a text in NFC, in its order; time grows with the text's length and no faster. */
export function recogniseDocuments(text: string): DocumentReference[] {
  const whole = readAll(text, REFERENCE, readReference);
  const starts = new Set(whole.map(({ index }) => index));
  const short = readAll(text, SHORT, readShort).filter(({ index }) => !starts.has(index));
  return shareIssuers(
    text,
    [...whole, ...short].sort((a, b) => a.index - b.index),
  );
}

type Reader = (text: string, match: RegExpExecArray) => DocumentReference | undefined;

function readAll(text: string, pattern: RegExp, read: Reader) {
  const found: DocumentReference[] = [];
  for (const match of text.matchAll(pattern)) {
    const reference = read(text, match);
    if (reference) found.push(reference);
    if (found.length === MOST) break;
  }
  return found;
}

function readReference(text: string, match: RegExpExecArray): DocumentReference | undefined {
  const { number = "", year, gap = "", first = "", second = "" } = match.groups ?? {};
  const before = text.slice(Math.max(0, match.index - NEAR), match.index);
  const label = LABEL.exec(before);
  const labelled = Boolean(label?.groups?.["type"] || label?.groups?.["so"]);
  if (!plausible({ gap, first, second, year, labelled })) return undefined;

  const symbol = (first + second).replace(/\s/g, "").replace(/[‐‑–—]/g, "-");
  const type = label?.groups?.["type"] ?? nearType(before, first) ?? nextType(text, match);
  const reference = { raw: match[0], index: match.index, number, symbol, canonical: canonical(number, year, symbol) };
  return {
    ...reference,
    ...(year && { year }),
    ...(type && { type: fittingType(type, first) }),
    ...surroundings(text, match.index + match[0].length, splitAt(before, type)),
  };
}

type Shape = { gap: string; first: string; second: string; year: string | undefined; labelled: boolean };

/** A known code or body, or a label before it: "5-HIV/AIDS" has neither. */
function plausible({ gap, first, second, year, labelled }: Shape) {
  const known = typesOf(first).length > 0;
  if (!second) return isStateBody(first) && (year !== undefined || (gap === "/" && labelled));
  if (/^\s$/.test(gap)) return known && second.includes("/");
  return known || labelled || isStateBody(first);
}

/** A type named earlier in the clause counts when the code says so: "quy định xử lý kỷ luật đảng viên (102-QĐ/TW)". */
function nearType(before: string, code: string) {
  const clause = before.slice(Math.max(0, ...[".", ";", ":"].map((mark) => before.lastIndexOf(mark) + 1)));
  return [...clause.matchAll(NEAR_TYPE)].findLast(([word]) => typesOf(code).includes(word.toLowerCase()))?.[0];
}

function nextType(text: string, match: RegExpExecArray) {
  const end = match.index + match[0].length;
  return NEXT_TYPE.exec(text.slice(end, end + 30))?.[0].trim();
}

/** "đã thông báo kết luận số 469-KL/TU": the code tells that the type is "kết luận" and "thông báo" the verb. */
function fittingType(type: string, code: string) {
  const fit = typesOf(code).find((word) => type.toLowerCase().endsWith(word));
  return fit ? type.slice(-fit.length) : type;
}

function canonical(number: string, year: string | undefined, symbol: string) {
  const [code = "", ...bodies] = symbol.replace(/^(?:QD|ND)(?=[/-])/, (lost) => lost.replace("D", "Đ")).split(/[/-]/);
  if (year) return `${number}/${year}/${[code, ...bodies].join("-")}`;
  const body = bodies.at(-1)?.replace(/^DU/, "ĐU");
  const middle = bodies.slice(0, -1).map((part) => `-${part}`);
  if (!body || !isPartyBody(body)) return `${number}/${[code, ...bodies].join("-")}`;
  return `${number}-${code}${middle.join("")}/${body}`;
}

function readShort(text: string, match: RegExpExecArray): DocumentReference | undefined {
  const { type = "", so, number = "", rest } = match.groups ?? {};
  if (!so && (rest === undefined || /^(?:19|20)\d\d$/.test(number))) return undefined; // "Kế hoạch 5 năm", "Kế hoạch 2026"
  const index = match.index + match[0].length - (rest ?? "").length - number.length;
  const before = text.slice(Math.max(0, match.index - NEAR), match.index);
  return {
    raw: number,
    index,
    number,
    symbol: null,
    type,
    ...surroundings(text, index + number.length, { before, between: "" }),
  };
}

/** What stands before the type, and what stands between it and the number ("Quyết định của Thủ tướng số …"). */
function splitAt(before: string, type: string | undefined) {
  const at = type ? before.lastIndexOf(type) : -1;
  if (!type || at < 0) return { before: before.replace(/số\s*:?\s*$/iu, ""), between: "" };
  return { before: before.slice(0, at), between: before.slice(at + type.length) };
}

/** The date and the body around a reference, wherever the author put them. */
function surroundings(text: string, end: number, { before, between }: { before: string; between: string }) {
  const after = text.slice(end, end + NEAR);
  const clause = before.slice(Math.max(0, ...[". ", ";"].map((mark) => before.lastIndexOf(mark) + 1)));
  const early = dateAfter(after);
  const skipped = after.slice(early?.length ?? 0);
  const issuer = issuerAfter(skipped);
  const written = early ?? (issuer && dateAfter(skipped.slice(issuer.length))) ?? dateBefore(clause);
  const body = issuer?.issuer ?? issuerAfter(between)?.issuer ?? issuerBefore(clause);
  return {
    ...(body && { issuer: body }),
    ...(written?.date && { date: written.date }),
    ...(written?.dateRaw && { dateRaw: written.dateRaw }),
  };
}

/** "Quyết định 9729 ngày 4/12/2002 và Quyết định 522/QĐ-UBND … của UBND tỉnh": the last names the body of both. */
function shareIssuers(text: string, found: DocumentReference[]) {
  return found.map((reference, position) => {
    const next = found[position + 1];
    if (reference.issuer || !next?.issuer) return reference;
    const between = text.slice(reference.index + reference.raw.length, next.index);
    const listed = between.length < 80 && /^(?:\s|,|ngày|[\d/.-])*(?:và|,|;)\s/u.test(between);
    return listed ? { ...reference, issuer: next.issuer } : reference;
  });
}
