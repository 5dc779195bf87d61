import { nfc } from "#lib/fold.ts";

const LONGEST = 200;
const MOST_WORDS = 12;
const MOST_PHRASES = 3;
const QUOTES = /["“”„«»]/u;
const NO_WORD = /[^\p{L}\p{N}\p{M}]+/u;
const GAPS = /[\p{Cc}\p{Cf}\p{Z}]+/gu;

/** What a reader typed, ready to be compared. */
export type Query = {
  /** As it goes back into the field. */
  typed: string;
  /** Lower case, NFC, no signs. */
  words: string[];
  /** Words that must stand side by side: what was put in quotation marks. They are among `words` too. */
  phrases: string[][];
};

/** Reads the words from the address. Never throws; what is no text has no words. */
export function readQuery(value: unknown): Query {
  if (typeof value !== "string") return { typed: "", words: [], phrases: [] };
  const start = value.slice(0, 4 * LONGEST).toWellFormed();
  const typed = nfc(start).replace(GAPS, " ").trim().slice(0, LONGEST).toWellFormed();
  const quoted = typed.split(QUOTES).filter((_, index, pieces) => index % 2 === 1 && index < pieces.length - 1);
  return {
    typed,
    words: [...new Set(wordsOf(typed))].slice(0, MOST_WORDS),
    phrases: quoted
      .map((phrase) => wordsOf(phrase).slice(0, MOST_WORDS))
      .filter(({ length }) => length > 1)
      .slice(0, MOST_PHRASES),
  };
}

/** Letters and figures, cut as the database's function search_words cuts them. */
const wordsOf = (text: string) => text.toLowerCase().split(NO_WORD).filter(Boolean);

/** Whether all that was typed stands in this text, word for word, side by side. */
export function standsIn(typed: string, text: string) {
  const words = wordsOf(typed);
  return words.length > 0 && ` ${wordsOf(nfc(text)).join(" ")} `.includes(` ${words.join(" ")} `);
}
