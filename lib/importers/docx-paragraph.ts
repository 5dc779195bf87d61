import type { AnyNode, Element } from "domhandler";
import { runsFrom } from "#lib/importers/docx-inline.ts";
import { addNote } from "#lib/importers/docx-notes.ts";
import type { Label } from "#lib/importers/docx-numbering.ts";
import { type ParagraphKind as Kind, MARK_CLOSE, MARK_OPEN, type Story } from "#lib/importers/docx-story.ts";
import { overlay, type ParagraphLook, type RunLook, readParagraphLook } from "#lib/importers/docx-styles.ts";
import { child, element, plainText, textRun, val } from "#lib/importers/docx-xml.ts";
import { convertLine } from "#lib/importers/legacy-encoding.ts";

/** The page gives these a look of its own. */
const OWN_LOOK = new Set<Kind>(["quote", "caption"]);
const LONGEST_HEADING = 250;
const ALIGNMENTS: Record<string, string> = {
  center: "center",
  right: "right",
  end: "right",
  both: "justify",
  distribute: "justify",
  thaiDistribute: "justify",
};

/** One paragraph whose style says all: its kind and alignment. Nothing when it belongs to a table of contents. */
export function paragraphFrom(paragraph: Element, story: Story): Element[] {
  const properties = child(paragraph, "w:pPr");
  const styleId = val(properties, "w:pStyle");
  const names = story.styles.lineageOf(styleId);
  if (names.some((name) => /^toc \d$/.test(name))) {
    addNote(story.notes, "contents");
    return [];
  }
  const look = overlay<ParagraphLook>([story.styles.paragraph(styleId), readParagraphLook(properties)]);
  const text = plainText(paragraph);
  const kind = kindOf(names, look, text, story);
  const label = labelFrom(look, styleId, story);

  const runLook = overlay<RunLook>([story.styles.defaultRun, story.styles.run(styleId)]);
  const inside = {
    kind,
    look: OWN_LOOK.has(kind) ? { ...runLook, bold: false, italic: false } : runLook,
    encoding: encodingOf(text, story),
    near: text,
  };
  const runs = runsFrom(paragraph.children, inside, story);
  if (runs.length === 0 && isRuled(properties)) return [rule()];
  const align = ALIGNMENTS[look.align ?? ""] ?? "left";
  return [
    assemble({ kind, align, label, runs, merged: isMergedIntoNext(properties), level: look.list?.level ?? 0 }, story),
  ];
}

function kindOf(names: string[], look: ParagraphLook, text: string, story: Story): Kind {
  if (names.includes("title")) return "title";
  if (names.some((name) => /quote|block text/.test(name))) return "quote";
  if (names.includes("caption")) return "caption";
  const named = names.flatMap((name) => /^heading ([1-9])$/.exec(name)?.[1] ?? [])[0];
  const outline = look.outline ?? (named === undefined ? 9 : Number(named) - 1);
  if (outline >= 9) return "p";
  if (text.length > LONGEST_HEADING) {
    addNote(story.notes, "long-heading", text);
    return "p";
  }
  return (["h2", "h3"] as const)[outline] ?? "h4";
}

function encodingOf(text: string, { encoding }: Story) {
  return encoding !== undefined && convertLine(text, encoding) !== text.normalize("NFC") ? encoding : undefined;
}

function labelFrom(look: ParagraphLook, styleId: string | undefined, story: Story): Label | undefined {
  const id = look.list?.id;
  if (id === undefined || id === "0") return undefined;
  const level =
    look.list?.level ?? (styleId === undefined ? undefined : story.numbering.levelOfStyle(id, styleId)) ?? 0;
  return story.numbering.next(id, level);
}

/** An empty paragraph with a line under it is how Word draws a rule. */
function isRuled(properties: Element | undefined) {
  const style = val(child(properties, "w:pBdr"), "w:bottom");
  return style !== undefined && style !== "nil" && style !== "none";
}

const rule = () =>
  element("w:p", {}, [element("w:pPr", {}, [element("w:pStyle", { "w:val": "ruleleft" })]), textRun(MARK_OPEN)]);

/** A deleted paragraph mark: Word shows its text together with the next paragraph's. */
const isMergedIntoNext = (properties: Element | undefined) => child(child(properties, "w:rPr"), "w:del") !== undefined;

type Parts = { kind: Kind; align: string; label: Label | undefined; runs: AnyNode[]; merged: boolean; level: number };

function assemble({ kind, align, label, runs, merged, level }: Parts, story: Story) {
  const inList = label !== undefined && label.kind !== "written" && kind !== "h2" && kind !== "h3" && kind !== "h4";
  const properties = [element("w:pStyle", { "w:val": `${kind}${align}` })];
  if (inList) properties.push(listProperties(depthOf(level, story), label.kind === "ordered"));
  else if (runs.length > 0) story.listLevels = [];
  if (merged) properties.push(element("w:rPr", {}, [element("w:del")]));

  return element("w:p", {}, [element("w:pPr", {}, properties), ...labelRuns(label, inList, story, runs), ...runs]);
}

function labelRuns(label: Label | undefined, inList: boolean, story: Story, runs: AnyNode[]) {
  if (label === undefined || label.kind === "bullet" || runs.length === 0) return [];
  if (label.kind === "ordered" && inList) return [textRun(`${MARK_OPEN}${label.number} ${label.type}${MARK_CLOSE}`)];
  const written = label.kind === "ordered" ? `${label.number}. ` : label.text;
  addNote(story.notes, "written-number", written);
  return [textRun(written)];
}

const listProperties = (depth: number, ordered: boolean) =>
  element("w:numPr", {}, [
    element("w:ilvl", { "w:val": String(depth) }),
    element("w:numId", { "w:val": ordered ? "2" : "1" }),
  ]);

const DEEPEST_LIST = 4;

/** Depth as it shows: a list may begin at Word's third level and is an outermost list all the same. */
function depthOf(level: number, story: Story) {
  const open = story.listLevels.filter((outer) => outer < level);
  story.listLevels = [...open, level];
  return Math.min(open.length, DEEPEST_LIST);
}
