import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
} from "docx";
import type { AnyNode, Element } from "domhandler";
import { allOf, isNamed, isTag } from "#lib/html-tree.ts";
import { indentOf, type Lists } from "#lib/word/lists.ts";
import { runsOf, type Setting } from "#lib/word/runs.ts";
import { tableOf } from "#lib/word/table.ts";

export type Block = Paragraph | Table;
export type Layout = Setting & { lists: Lists };

const HEADINGS = { h2: HeadingLevel.HEADING_1, h3: HeadingLevel.HEADING_2, h4: HeadingLevel.HEADING_3 } as const;
const ALIGNMENTS: Record<string, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  giua: AlignmentType.CENTER,
  phai: AlignmentType.RIGHT,
  deu: AlignmentType.JUSTIFIED,
};
const FIRST_LINE = { firstLine: convertMillimetersToTwip(10) };

const alignmentOf = ({ attribs }: Element) => ALIGNMENTS[attribs["class"] ?? ""];

/** Blocks of a body in the layout of official papers: justified, the first line set in. */
export function blocksOf(nodes: AnyNode[], layout: Layout): Block[] {
  return nodes.filter(isTag).flatMap((block) => blockOf(block, layout));
}

const RENDERERS: Record<string, (block: Element, layout: Layout) => Block[]> = {
  p: (block, layout) => [bodyParagraph(block, layout)],
  ul: (block, layout) => listOf(block, layout, 0),
  ol: (block, layout) => listOf(block, layout, 0),
  table: (block, layout) => [tableOf(block, layout, cellBlocks)],
  blockquote: quoteOf,
  figure: figureOf,
  hr: () => [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1 } } })],
};

function blockOf(block: Element, layout: Layout): Block[] {
  const render = RENDERERS[block.name];
  if (render) return render(block, layout);
  const heading = HEADINGS[block.name as keyof typeof HEADINGS];
  return [paragraphOf(block, layout, { ...(heading && { heading }), ...aligned(block) })];
}

const paragraphOf = (element: Element, layout: Layout, options: IParagraphOptions) =>
  new Paragraph({ ...options, children: runsOf(element.children, layout) });

function aligned(element: Element) {
  const alignment = alignmentOf(element);
  return alignment ? { alignment } : {};
}

function bodyParagraph(paragraph: Element, layout: Layout) {
  const alignment = alignmentOf(paragraph) ?? AlignmentType.JUSTIFIED;
  const indent = alignment === AlignmentType.JUSTIFIED ? { indent: FIRST_LINE } : {};
  return paragraphOf(paragraph, layout, { alignment, ...indent });
}

const DEEPEST = 8;

/** Each item's first line carries the number; its other paragraphs stand below, set in alike. */
function listOf(list: Element, layout: Layout, depth: number): Block[] {
  const level = Math.min(depth, DEEPEST);
  const reference = layout.lists.referenceFor(list, level);
  return list.children
    .filter((node) => isNamed(node, "li"))
    .flatMap((item) => itemBlocks(item, layout, { reference, level }));
}

const isBlock = (node: AnyNode) => isNamed(node, ...Object.keys(RENDERERS), ...Object.keys(HEADINGS));

function itemBlocks(item: Element, layout: Layout, numbering: { reference: string; level: number }): Block[] {
  const inline = item.children.filter((node) => !isBlock(node));
  const blocks = item.children.filter(isTag).filter(isBlock);
  const numbered = runsOf(inline, layout);
  const lead =
    numbered.length > 0 || !isNamed(blocks[0], "p") ? numbered : runsOf(blocks.shift()?.children ?? [], layout);
  const rest = blocks.flatMap((block): Block[] => {
    if (block.name === "ul" || block.name === "ol") return listOf(block, layout, numbering.level + 1);
    if (block.name !== "p") return blockOf(block, layout);
    return [paragraphOf(block, layout, { indent: { left: indentOf(numbering.level).left } })];
  });
  return [new Paragraph({ numbering, alignment: AlignmentType.JUSTIFIED, children: lead }), ...rest];
}

function quoteOf(quote: Element, layout: Layout) {
  const paragraphs = quote.children.filter((node) => isNamed(node, "p"));
  if (paragraphs.length === 0) return [paragraphOf(quote, layout, { style: "Quote" })];
  return paragraphs.map((paragraph) => paragraphOf(paragraph, layout, { style: "Quote", ...aligned(paragraph) }));
}

function figureOf(figure: Element, layout: Layout) {
  const pictures = new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: runsOf(allOf(figure.children, "img"), layout),
  });
  const captions = figure.children.filter((node) => isNamed(node, "figcaption"));
  return [pictures, ...captions.map((caption) => paragraphOf(caption, layout, { style: "Caption" }))];
}

/** A cell holds one line, or blocks without the indent of running text; Word wants a paragraph at its end. */
function cellBlocks(cell: Element, layout: Layout, bold: boolean): Block[] {
  const hasBlocks = cell.children.some(isBlock);
  const line = (element: Element) =>
    new Paragraph({
      style: "Cell",
      ...aligned(element),
      ...(bold && !alignmentOf(element) && { alignment: AlignmentType.CENTER }),
      children: runsOf(element.children, layout, bold ? { bold } : {}),
    });
  if (!hasBlocks) return [line(cell)];
  const blocks = cell.children
    .filter(isTag)
    .flatMap((block) => (block.name === "p" ? [line(block)] : blockOf(block, layout)));
  return blocks.at(-1) instanceof Table ? [...blocks, new Paragraph({ style: "Cell" })] : blocks;
}
