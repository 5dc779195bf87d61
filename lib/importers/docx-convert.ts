import mammoth from "mammoth";
import { ALIGNMENT } from "#lib/html-elements.ts";
import { PARAGRAPH_KINDS } from "#lib/importers/docx-story.ts";

const TARGETS: Record<(typeof PARAGRAPH_KINDS)[number], { before: string; name: string }> = {
  title: { before: "", name: "h1" },
  h2: { before: "", name: "h2" },
  h3: { before: "", name: "h3" },
  h4: { before: "", name: "h4" },
  quote: { before: "blockquote > ", name: "p" },
  caption: { before: "", name: "p.chu-anh" },
  rule: { before: "", name: "p.ke-ngang" },
  p: { before: "", name: "p" },
};

const LISTS = [1, 2, 3, 4, 5].flatMap((depth) => {
  const outer = "ul|ol > li > ".repeat(depth - 1);
  return [`p:unordered-list(${depth}) => ${outer}ul > li:fresh`, `p:ordered-list(${depth}) => ${outer}ol > li:fresh`];
});

const PARAGRAPHS = PARAGRAPH_KINDS.flatMap((kind) => {
  const { before, name } = TARGETS[kind];
  const aligned = Object.entries(ALIGNMENT).map(
    ([align, className]) => `p.${kind}${align} => ${before}${name}.${className}:fresh`,
  );
  return [...aligned, `p.${kind}left => ${before}${name}:fresh`];
});

/** A file made by rewriteDocx as HTML. Pictures carry their ids as addresses; nothing outside the bytes is read. */
export async function convertDocx(archive: Uint8Array) {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(archive) },
    {
      styleMap: [...LISTS, ...PARAGRAPHS, "u => u", "strike => s"],
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async (image) => ({
        src: (await image.readAsBuffer()).toString("utf8"),
      })),
    },
  );
  return value;
}
