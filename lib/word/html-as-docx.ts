import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Header,
  HeadingLevel,
  type IStylesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { allOf, isNamed, isText, parseHtml, remove } from "#lib/html-tree.ts";
import { blocksOf, type Layout } from "#lib/word/blocks.ts";
import { takeNotes } from "#lib/word/footnotes.ts";
import { type Frame, frameOf, signaturesOf } from "#lib/word/frame.ts";
import { createLists } from "#lib/word/lists.ts";
import { runsOf, type WordPicture } from "#lib/word/runs.ts";

/** `signers`: who has a place for a signature at the end. */
type Article = Frame & { title: string; bodyHtml: string; origin: string; signers?: string[] };

/** Gives the bytes behind a picture's address in a format that Word knows, or null to leave the picture out. */
export type LoadPicture = (src: string) => Promise<WordPicture | null>;

/**
 * An article as a Word file in the house layout: A4, Times New Roman 14, the margins and page numbers of official
 * papers (NĐ 30/2020, annex I), heading block of a Party document. `bodyHtml` is a sanitised body.
 */
export async function htmlAsDocx(
  { title, bodyHtml, origin, signers = [], ...frame }: Article,
  loadPicture: LoadPicture = async () => null,
) {
  const body = parseHtml(bodyHtml);
  const notes = takeNotes(body.children);
  const layout: Layout = {
    origin,
    lists: createLists(),
    notes: new Set(notes.keys()),
    pictures: await loadPictures(
      allOf(body.children, "img").map(({ attribs }) => attribs["src"] ?? ""),
      loadPicture,
    ),
  };
  const heading = new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] });
  const signatures = signers.length > 0 ? [new Paragraph({}), signaturesOf(signers)] : [];
  const children = [frameOf(frame), heading, ...blocksOf(body.children, layout), ...signatures];
  return Packer.toBuffer(
    new Document({
      title,
      creator: frame.committee,
      lastModifiedBy: frame.committee,
      styles: STYLES,
      numbering: { config: layout.lists.config },
      footnotes: Object.fromEntries(
        [...notes].map(([number, paragraphs]) => [
          number,
          { children: paragraphs.map((paragraph) => noteOf(paragraph, layout)) },
        ]),
      ),
      sections: [
        { properties: PAGE, headers: { default: pageNumber(), first: new Header({ children: [] }) }, children },
      ],
    }),
  );
}

async function loadPictures(addresses: string[], loadPicture: LoadPicture) {
  const pictures = new Map<string, WordPicture>();
  for (const src of new Set(addresses)) {
    const picture = await loadPicture(src);
    if (picture) pictures.set(src, picture);
  }
  return pictures;
}

/** A note without its own number, which Word writes itself. */
function noteOf(paragraph: Parameters<typeof remove>[0] & { children: Parameters<typeof runsOf>[0] }, layout: Layout) {
  const [back] = allOf(paragraph.children, "a").filter(({ attribs }) => attribs["id"]?.startsWith("chu-thich-"));
  if (back) {
    if (isText(back.next)) back.next.data = ` ${back.next.data.trimStart()}`;
    remove(isNamed(back.parent, "sup") ? back.parent : back);
  }
  return new Paragraph({ children: runsOf(paragraph.children, layout), style: "FootnoteText" });
}

const MM = convertMillimetersToTwip;
const PAGE = {
  titlePage: true,
  page: {
    size: { width: MM(210), height: MM(297) },
    margin: { top: MM(20), bottom: MM(20), left: MM(30), right: MM(20), header: MM(10), footer: MM(10) },
  },
};

/** In the middle of the upper margin, from the second page on. */
const pageNumber = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
      }),
    ],
  });

const heading = (options: { alignment?: "center"; italics?: boolean }) => ({
  run: { bold: true, size: 28, color: "000000", italics: options.italics ?? false },
  paragraph: {
    spacing: { before: 120, after: 120 },
    keepNext: true,
    ...(options.alignment && { alignment: AlignmentType.CENTER }),
  },
});

const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: "Times New Roman", size: 28, language: { value: "vi-VN" } },
      paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: {
      ...heading({ alignment: "center" }),
      paragraph: { spacing: { before: 360, after: 240 }, alignment: AlignmentType.CENTER },
    },
    heading1: heading({}),
    heading2: heading({}),
    heading3: heading({ italics: true }),
    footnoteText: { run: { size: 22 }, paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } } },
  },
  paragraphStyles: [
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      run: { italics: true },
      paragraph: { indent: { left: MM(15), right: MM(10) } },
    },
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      run: { italics: true, size: 24 },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: "Cell",
      name: "Cell",
      basedOn: "Normal",
      paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
};
