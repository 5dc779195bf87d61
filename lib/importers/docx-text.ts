import { type Element, Text } from "domhandler";
import { addConversion } from "#lib/importers/docx-notes.ts";
import { MARK_CLOSE, MARK_OPEN, type ParagraphText, type Story } from "#lib/importers/docx-story.ts";
import { element, plainText } from "#lib/importers/docx-xml.ts";
import { convert, encodingOfFont, fromFont } from "#lib/importers/legacy-encoding.ts";

/** The letters of one run, in Unicode whatever font they were typed in. */
export function textFrom(node: Element, font: string, paragraph: ParagraphText, story: Story): Element[] {
  if (node.name === "w:t") return letters(plainText(node), font, paragraph, story);
  if (node.name === "w:softHyphen") return letters("\u00ad", font, paragraph, story);
  if (node.name !== "w:sym") return [];

  const symbolFont = node.attribs["w:font"] ?? "";
  const sign = String.fromCharCode(Number.parseInt(node.attribs["w:char"] ?? "", 16) || 0x20);
  return encodingOfFont(symbolFont) ? letters(sign, symbolFont, paragraph, story) : [element("w:sym", node.attribs)];
}

const MARKS = new RegExp(`[${MARK_OPEN}${MARK_CLOSE}]`, "g");

function letters(text: string, font: string, { encoding, near }: ParagraphText, story: Story) {
  const own = text.replace(MARKS, "");
  const byFont = encodingOfFont(font);
  const converted = byFont ? fromFont(own, font) : encoding ? convert(own, encoding) : own.normalize("NFC");
  const from = byFont ?? encoding;
  if (from && converted !== own.normalize("NFC"))
    addConversion(story.notes, from, near || own, near === "" ? converted : convert(near, from));
  return [element("w:t", {}, [new Text(converted)])];
}
