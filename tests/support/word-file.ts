import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(" ");

type Parts = {
  styles?: string;
  numbering?: string;
  footnotes?: string;
  comments?: string;
  relations?: string;
  files?: Record<string, Uint8Array>;
};

/** A Word file from the XML of its body, for what no library writes: hidden text, tracked changes, old fonts. */
export function wordFile(body: string, { relations = "", files = {}, ...parts }: Parts = {}) {
  const named = Object.entries(parts);
  const types = named
    .map(([name], at) => `<Relationship Id="p${at}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`)
    .join("");
  const xml = (root: string, inner: string) =>
    strToU8(`<?xml version="1.0"?><w:${root} ${NAMESPACES}>${inner}</w:${root}>`);
  const list = (inner: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    );
  return zipSync({
    "[Content_Types].xml": strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    "_rels/.rels": list(`<Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
    "word/document.xml": xml("document", `<w:body>${body}</w:body>`),
    "word/_rels/document.xml.rels": list(types + relations),
    ...Object.fromEntries(named.map(([name, inner]) => [`word/${name}.xml`, xml(name, inner)])),
    ...files,
  });
}

export const paragraph = (runs: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
export const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
export const picture = (attributes: string, description = "") =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${attributes}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
export const relation = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;
