import type { AnyNode, Element } from "domhandler";
import { strToU8, zipSync } from "fflate";
import { AppError } from "#lib/errors.ts";
import { rewriteBlocks } from "#lib/importers/docx-blocks.ts";
import { addNote, type Notes } from "#lib/importers/docx-notes.ts";
import { createNumbering } from "#lib/importers/docx-numbering.ts";
import { UNREADABLE } from "#lib/importers/docx-package.ts";
import { readParts } from "#lib/importers/docx-parts.ts";
import type { Relation, Story } from "#lib/importers/docx-story.ts";
import { readStyles } from "#lib/importers/docx-styles.ts";
import {
  child,
  descendants,
  element,
  elements,
  hasDescendant,
  isElement,
  parseXml,
  plainText,
  serializeXml,
} from "#lib/importers/docx-xml.ts";
import { detectEncoding, encodingOfFont } from "#lib/importers/legacy-encoding.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NAMESPACES = {
  "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "xmlns:r": OFFICE,
  "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
  "xmlns:v": "urn:schemas-microsoft-com:vml",
};

/**
 * A Word file as a new, small one that holds only what an article keeps: no hidden or deleted text, no styles to
 * inherit from, no file or address to be fetched. Pictures are stood in for by their ids.
 */
export function rewriteDocx(bytes: Uint8Array) {
  const parts = readParts(bytes);
  const document = parts.part("document", "w:document");
  const body = child(document?.root, "w:body");
  if (!document || !body) throw new AppError("invalid", UNREADABLE);

  const notes: Notes = {};
  const styles = readStyles(parts.part("styles", "w:styles")?.root ?? element("w:styles"));
  const numbering = createNumbering(
    parts.part("numbering", "w:numbering")?.root ?? element("w:numbering"),
    (styleId) => styles.paragraph(styleId).list?.id,
  );
  const pictures = new Map<string, string>();
  const links = new Map<string, string>();
  const story: Story = {
    styles,
    numbering,
    relations: document.relations,
    notes,
    listLevels: [],
    encoding: encodingOf(body),
    keepPicture: (path) => (parts.names.has(path) ? idFor(pictures, path, "anh") : undefined),
    keepLink: (href) => idFor(links, href, "lk"),
    rewriteBlocks,
  };
  noteWhatIsLeftOut(parts, notes);
  const blocks = rewriteBlocks(body.children, story);
  const footnotes = rewriteNotes(parts.part("footnotes", "w:footnotes"), "w:footnote", story);
  const endnotes = rewriteNotes(parts.part("endnotes", "w:endnotes"), "w:endnote", story);

  return {
    archive: assemble(
      { document: element("w:document", {}, [element("w:body", {}, blocks)]), footnotes, endnotes },
      links,
      pictures,
    ),
    notes,
    readPictures: () => {
      const found = parts.read(pictures.keys());
      return [...pictures].flatMap(([path, id]) => (found[path] ? [{ id, bytes: found[path] }] : []));
    },
  };
}

function idFor(ids: Map<string, string>, key: string, prefix: string) {
  const id = ids.get(key) ?? `${prefix}${ids.size + 1}`;
  ids.set(key, id);
  return id;
}

/** Only when no font of an old kind is named, the letters themselves must tell. */
function encodingOf(body: Element) {
  const named = descendants(body, "w:rFonts").some(({ attribs }) => encodingOfFont(attribs["w:ascii"] ?? ""));
  return named ? undefined : detectEncoding(descendants(body, "w:p").map(plainText).join("\n"));
}

type Parts = ReturnType<typeof readParts>;

function noteWhatIsLeftOut(parts: Parts, notes: Notes) {
  const comments = parts.part("comments", "w:comments");
  const count = elements(comments?.root).length;
  if (count > 0) addNote(notes, "comment", "", count);
  if ([...parts.names].some((name) => /vbaProject\.bin$/i.test(name))) addNote(notes, "macro");

  const targets = [...parts.targetsOf("header"), ...parts.targetsOf("footer")].filter((target) =>
    parts.names.has(target),
  );
  const found = parts.read(targets);
  for (const target of new Set(targets)) {
    const root = parseXml(found[target]);
    const text = descendants(root, "w:t").map(plainText).join("");
    if (/\p{L}/u.test(text) || hasDescendant(root, "a:blip", "v:imagedata")) addNote(notes, "header-footer", text);
  }
}

/** Notes with the same care as the body; Word's separators between text and notes are none. */
function rewriteNotes(
  part: { root: Element; relations: Map<string, Relation> } | undefined,
  name: string,
  story: Story,
): Element | undefined {
  if (!part) return undefined;
  const own = elements(part.root).filter(
    (note) => note.name === name && !/separator/i.test(note.attribs["w:type"] ?? ""),
  );
  const notes = own.map((note) =>
    element(
      name,
      { "w:id": note.attribs["w:id"] ?? "" },
      rewriteBlocks(note.children, { ...story, relations: part.relations, listLevels: [] }),
    ),
  );
  return element(`${name}s`, {}, notes);
}

type Stories = { document: Element; footnotes: Element | undefined; endnotes: Element | undefined };

function assemble(stories: Stories, links: Map<string, string>, pictures: Map<string, string>) {
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": xml(
      element("Types", { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" }, [
        element("Default", { Extension: "img", ContentType: "image/png" }),
      ]),
    ),
    "_rels/.rels": relationships([relation("doc", "officeDocument", "word/document.xml")]),
    "word/numbering.xml": xml(
      element("w:numbering", NAMESPACES, [...listDefinition("1", "bullet"), ...listDefinition("2", "decimal")]),
    ),
  };
  const related = [
    ...[...links].map(([href, id]) => relation(id, "hyperlink", href, true)),
    ...[...pictures.values()].map((id) => relation(id, "image", `/${id}.img`)),
  ];
  for (const id of pictures.values()) files[`${id}.img`] = strToU8(id);
  for (const [name, root] of Object.entries(stories)) {
    if (!root) continue;
    Object.assign(root.attribs, NAMESPACES);
    files[`word/${name}.xml`] = xml(root);
    files[`word/_rels/${name}.xml.rels`] = relationships(related);
  }
  return zipSync(files, { level: 0 });
}

const xml = (root: Element) => strToU8(serializeXml(root));

const relationships = (children: AnyNode[]) =>
  xml(
    element(
      "Relationships",
      { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
      children.filter(isElement),
    ),
  );

const relation = (id: string, type: string, target: string, external = false) =>
  element("Relationship", {
    Id: id,
    Type: `${OFFICE}/${type}`,
    Target: target,
    ...(external && { TargetMode: "External" }),
  });

function listDefinition(id: string, format: string) {
  const levels = Array.from({ length: 9 }, (_, level) =>
    element("w:lvl", { "w:ilvl": String(level) }, [element("w:numFmt", { "w:val": format })]),
  );
  return [
    element("w:abstractNum", { "w:abstractNumId": id }, levels),
    element("w:num", { "w:numId": id }, [element("w:abstractNumId", { "w:val": id })]),
  ];
}
