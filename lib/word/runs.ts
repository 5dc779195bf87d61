import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { AnyNode, Element } from "domhandler";
import { isNamed, isTag, isText, textIn } from "#lib/html-tree.ts";

export type WordPicture = { bytes: Uint8Array; type: "jpg" | "png" | "gif"; width: number; height: number };

/** What the text of one article is set with. */
export type Setting = {
  /** Address of the site, for links that name none. */
  origin: string;
  pictures: Map<string, WordPicture>;
  /** Numbers of the notes that the article has. */
  notes: Set<number>;
};

const MARKS: Record<string, IRunOptions> = {
  strong: { bold: true },
  em: { italics: true },
  u: { underline: {} },
  s: { strike: true },
  sub: { subScript: true },
  sup: { superScript: true },
};

/** Inline HTML as Word's runs, with the marks that hold around it. */
export function runsOf(nodes: AnyNode[], setting: Setting, marks: IRunOptions = {}): ParagraphChild[] {
  return nodes.flatMap((node) => {
    if (isText(node))
      return node.data === "" ? [] : [new TextRun({ ...marks, text: node.data.replace(/\s*\n\s*/g, " ") })];
    return isTag(node) ? elementRuns(node, setting, marks) : [];
  });
}

function elementRuns(element: Element, setting: Setting, marks: IRunOptions): ParagraphChild[] {
  if (element.name === "br") return [new TextRun({ ...marks, break: 1 })];
  if (element.name === "img") return pictureRun(element, setting);
  const note = noteNumber(element);
  if (note !== undefined && setting.notes.has(note)) return [new FootnoteReferenceRun(note)];
  if (element.name === "a") return linkRun(element, setting, marks);
  return runsOf(element.children, setting, { ...marks, ...MARKS[element.name] });
}

/** The mark of a footnote, with or without the raised position that it was given. */
function noteNumber(element: Element) {
  const [only, ...others] = element.children;
  const mark = element.name === "sup" && others.length === 0 && isTag(only) ? only : element;
  const found = isNamed(mark, "a") && /^ve-(?<number>\d+)$/.exec(mark.attribs["id"] ?? "")?.groups?.["number"];
  return found ? Number(found) : undefined;
}

function linkRun(link: Element, setting: Setting, marks: IRunOptions): ParagraphChild[] {
  const href = link.attribs["href"] ?? "";
  const children = runsOf(
    link.children,
    setting,
    href === "" || href.startsWith("#") ? marks : { ...marks, style: "Hyperlink" },
  );
  if (href === "" || href.startsWith("#") || textIn(link) === "") return children;
  return [new ExternalHyperlink({ link: href.startsWith("/") ? setting.origin + href : href, children })];
}

/** Width of the text on the page at 96 pixels an inch. */
const WIDEST = 600;

function pictureRun({ attribs }: Element, { pictures }: Setting) {
  const picture = pictures.get(attribs["src"] ?? "");
  if (!picture) return [];
  const scale = Math.min(1, WIDEST / picture.width);
  const description = attribs["alt"] ?? "";
  return [
    new ImageRun({
      type: picture.type,
      data: picture.bytes,
      transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
      altText: { name: "", title: "", description },
    }),
  ];
}
