import { nfc } from "#lib/fold.ts";
import { fromTcvn3, isTcvn3CapitalFont, isTcvn3Font } from "#lib/importers/tcvn3.ts";
import { fromVni, isVniFont } from "#lib/importers/vni.ts";
import { isVietnameseSyllable } from "#lib/syllable.ts";

export type LegacyEncoding = "tcvn3" | "vni";

const CONVERT = { tcvn3: fromTcvn3, vni: fromVni };

export const convert = (text: string, encoding: LegacyEncoding) => CONVERT[encoding](text);

/** Letters that no legacy font's codes can look like: a text that has one was typed in Unicode. */
const ONLY_UNICODE = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\p{Mn}]/u;
/** Runs of letters and of the signs that stand for letters in these fonts. */
const WORD = /[\p{L}\p{M}¡-¿×÷]+/gu;
const ACCENTED = /[^\p{ASCII}]/u;

/** Below this share of well-formed syllables a text does not read as Vietnamese; above the other a conversion does. */
const UNREADABLE = 0.6;
const READABLE = 0.85;
const FEWEST_WORDS = 2;
const PREVIEW_LINES = 5;

/** Which old encoding a font's name stands for. */
export function encodingOfFont(font: string): LegacyEncoding | undefined {
  if (isTcvn3Font(font)) return "tcvn3";
  return isVniFont(font) ? "vni" : undefined;
}

/** The text of one run set in `font`; unchanged when the font is no legacy one or the text is Unicode after all. */
export function fromFont(text: string, font: string) {
  const encoding = encodingOfFont(font);
  if (encoding === undefined || ONLY_UNICODE.test(text)) return nfc(text);
  const plain = text.replace(/[\uf020-\uf0ff]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000));
  const converted = CONVERT[encoding](plain);
  return isTcvn3CapitalFont(font) ? converted.toUpperCase() : converted;
}

/** Enough of a text to tell; weighing every word of a book takes longer than reading it. */
const SAMPLE = 20_000;

/** By the share of well-formed Vietnamese syllables before and after, in the lines that cannot be told to be Unicode. */
export function detectEncoding(whole: string): LegacyEncoding | undefined {
  const doubtful = whole.split("\n").filter((line) => !ONLY_UNICODE.test(line));
  const text = doubtful.join("\n").slice(0, SAMPLE);
  const before = readability(text);
  if (before.words < FEWEST_WORDS || before.share >= UNREADABLE) return undefined;

  const candidates = (["tcvn3", "vni"] as const).map((encoding) => ({
    encoding,
    share: readability(CONVERT[encoding](text)).share,
  }));
  const best = candidates.reduce((one, other) => (other.share > one.share ? other : one));
  return best.share >= READABLE ? best.encoding : undefined;
}

/**
 * A text whose letters come from a font older than Unicode, as NFC. Only the lines that read better for it are
 * converted, so Unicode paragraphs in a mixed text stay to the letter. `fonts` are names seen in the source.
 */
export function rescueEncoding(text: string, fonts: string[] = []) {
  const lines = text.split("\n");
  const byFont = fonts.map(encodingOfFont).find((found) => found !== undefined);
  const encoding = detectEncoding(text) ?? byFont;
  if (encoding === undefined) return { text: nfc(text), encoding: "unicode" as const, changed: false, preview: [] };

  const preview: { before: string; after: string }[] = [];
  const rescued = lines.map((line) => {
    const after = convertLine(line, encoding);
    if (after !== nfc(line)) preview.push({ before: line, after });
    return after;
  });
  return { text: rescued.join("\n"), encoding, changed: preview.length > 0, preview: preview.slice(0, PREVIEW_LINES) };
}

/** A line in Unicode: converted only when it reads better for it. */
export function convertLine(line: string, encoding: LegacyEncoding) {
  if (ONLY_UNICODE.test(line)) return nfc(line);
  const converted = CONVERT[encoding](line);
  return readability(converted).share > readability(line).share ? converted : nfc(line);
}

/** Of the words with a letter beyond ASCII: how many there are, and the share that are well-formed syllables. A letter alone tells nothing. */
function readability(text: string) {
  const words = (nfc(text).match(WORD) ?? []).filter((word) => word.length > 1 && ACCENTED.test(word));
  const valid = words.filter(isVietnameseSyllable).length;
  return { words: words.length, share: words.length === 0 ? 0 : valid / words.length };
}
