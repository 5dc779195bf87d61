import { fold } from "#lib/fold.ts";

/** A piece of text as shown: `hit` is what the reader asked for. Joined again the pieces are the text. */
export type Piece = { text: string; hit: boolean };

const BEFORE = 80;
const LENGTH = 240;
/** An excerpt is taken from here at most: hits further down are shown by the text's beginning. */
const LOOKED_AT = 20_000;

/** The text cut at the words asked for: with their accents if it has any so, else blind to accents. Neighbours are one piece. */
export function markWords(text: string, words: string[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of hitsIn(text, words)) {
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

/** A line or two around the first place that has a word asked for: out of the first text that has one, else the first text. */
export function excerptOf(texts: string[], words: string[]) {
  for (const text of texts) {
    const start = text.slice(0, LOOKED_AT);
    const [hit] = hitsIn(start, words).take(1);
    if (hit) return markWords(cutAround(start, hit.start), words);
  }
  return [{ text: cutAround(texts.find(Boolean) ?? "", 0), hit: false }];
}

/** Where the words asked for stand, found one by one: of a long text only the beginning is looked at when that has one. */
function hitsIn(text: string, words: string[]) {
  const plain = text.toLowerCase();
  const accented = words.filter((word) => fold(word) !== word);
  const asTyped = plain.length === text.length && spans(plain, accented).some(() => true);
  return asTyped ? spans(plain, words) : spans(foldInPlace(text), words.map(fold));
}

/** About 240 characters, cut between words, with a sign where something was left out. */
function cutAround(text: string, hit: number) {
  const from = hit > BEFORE ? text.indexOf(" ", hit - BEFORE) + 1 : 0;
  const rest = text.slice(from).replace(/\s+/g, " ").trim();
  const cut =
    rest.length > LENGTH
      ? `${rest.slice(0, Math.max(rest.lastIndexOf(" ", LENGTH), LENGTH / 2)).toWellFormed()}…`
      : rest;
  return from > 0 ? `…${cut}` : cut;
}

function spans(text: string, words: string[]) {
  if (words.length === 0) return Iterator.from<{ start: number; end: number }>([]);
  const any = `(?:${words.map(RegExp.escape).join("|")})`;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${any}(?:\\s+${any})*(?![\\p{L}\\p{N}])`, "gu");
  return text.matchAll(pattern).map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

/** Folded letter by letter, so that every place is the same place in the original. */
const foldInPlace = (text: string) =>
  text
    .replace(/[^\p{ASCII}]/gu, (letter) => {
      const folded = fold(letter);
      return folded.length === letter.length ? folded : letter;
    })
    .toLowerCase();
