import { inflateSync } from "node:zlib";

type Part = { dictionary: string; stream: string };

/** The pages of a PDF that Chromium made: their size in points, and their text by the table of letters in each font. */
export function readPdf(bytes: Uint8Array) {
  const parts = readParts(Buffer.from(bytes).toString("latin1"));
  const pages = [...parts.values()].filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary));
  return pages.map(({ dictionary }) => ({
    size: (/\/MediaBox \[([^\]]+)\]/.exec(dictionary)?.[1] ?? "")
      .split(" ")
      .slice(2)
      .map((side) => Math.round(Number(side))),
    text: textOf({ dictionary, stream: named(parts, dictionary, "Contents").stream }, parts),
  }));
}

/** The part that another one names. */
const named = (parts: Map<string, Part>, dictionary: string, name: string) =>
  parts.get(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? "") ?? { dictionary: "", stream: "" };

function readParts(file: string) {
  const parts = new Map<string, Part>();
  for (const found of file.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?>>)(?:( stream\r?\n)|\nendobj)/gs)) {
    const [all, number = "", dictionary = "", opening] = found;
    const start = found.index + all.length;
    const length = opening ? Number(/\/Length (\d+)/.exec(dictionary)?.[1]) : 0; // its last byte may look like the end of a line
    parts.set(number, { dictionary, stream: opening ? unpack(file.slice(start, start + length), dictionary) : "" });
  }
  return parts;
}

const unpack = (stream: string, dictionary: string) =>
  dictionary.includes("/FlateDecode") ? inflateSync(Buffer.from(stream, "latin1")).toString("latin1") : stream;

/** The letters of each glyph of a font. */
function lettersOf(table: string) {
  const letters = new Map<number, string>();
  for (const [, lines = ""] of table.matchAll(/beginbfchar\n(.*?)endbfchar/gs))
    for (const [, glyph, code] of lines.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(hex(glyph), utf16(code));
  for (const [, lines = ""] of table.matchAll(/beginbfrange\n(.*?)endbfrange/gs))
    for (const [, first, last, code] of lines.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let glyph = hex(first); glyph <= hex(last); glyph += 1)
        letters.set(glyph, String.fromCodePoint(hex(code) + glyph - hex(first)));
  return letters;
}

const hex = (digits = "") => Number.parseInt(digits, 16);
const utf16 = (digits = "") => Buffer.from(digits, "hex").swap16().toString("utf16le");

/** What is drawn by itself, as all that lies beside the margins is, has its own fonts. */
function textOf({ dictionary, stream }: Part, parts: Map<string, Part>): string {
  let letters = new Map<number, string>();
  let text = "";
  for (const [, font, glyphs, drawing] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-Fa-f]+)>|\/(X\d+) Do/g)) {
    if (font) letters = lettersOf(named(parts, named(parts, dictionary, font).dictionary, "ToUnicode").stream);
    if (drawing) text += textOf(named(parts, dictionary, drawing), parts);
    for (const glyph of glyphs?.match(/.{4}/g) ?? []) text += letters.get(hex(glyph)) ?? "";
  }
  return text;
}
