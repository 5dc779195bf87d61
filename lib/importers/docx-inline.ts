import { type AnyNode, Element } from "domhandler";
import { drawingFrom } from "#lib/importers/docx-drawing.ts";
import { addNote } from "#lib/importers/docx-notes.ts";
import { chosen, type ParagraphText, type Story } from "#lib/importers/docx-story.ts";
import { overlay, type RunLook, readRunLook } from "#lib/importers/docx-styles.ts";
import { textFrom } from "#lib/importers/docx-text.ts";
import { child, element, elements, plainText, textRun, val } from "#lib/importers/docx-xml.ts";

const OPENED = new Set(
  "w:ins w:moveTo w:customXml w:smartTag w:sdt w:sdtContent w:fldSimple w:dir w:bdo w:ruby w:rubyBase".split(" "),
);

/** The runs of a paragraph with everything that a reader of the printed page would not see taken out. */
export function runsFrom(nodes: AnyNode[], paragraph: ParagraphText, story: Story): AnyNode[] {
  return nodes.flatMap((node) => (node instanceof Element ? inlineFrom(node, paragraph, story) : []));
}

function inlineFrom(node: Element, paragraph: ParagraphText, story: Story): AnyNode[] {
  if (node.name === "w:r") return runFrom(node, paragraph, story);
  if (node.name === "w:hyperlink") return hyperlinkFrom(node, paragraph, story);
  if (node.name === "mc:AlternateContent") return runsFrom(chosen(node), paragraph, story);
  if (node.name === "m:oMath" || node.name === "m:oMathPara") return equationFrom(node, story);
  if (node.name === "w:del" || node.name === "w:moveFrom") addNote(story.notes, "deleted", plainText(node));
  if (node.name === "w:ins" || node.name === "w:moveTo") addNote(story.notes, "inserted", plainText(node));
  return OPENED.has(node.name) ? runsFrom(node.children, paragraph, story) : [];
}

function equationFrom(equation: Element, story: Story) {
  const text = plainText(equation);
  addNote(story.notes, "equation", text);
  return [textRun(text)];
}

const LINK = /^(https?:\/\/|mailto:|tel:)/i;

function hyperlinkFrom(link: Element, paragraph: ParagraphText, story: Story) {
  const runs = runsFrom(link.children, { ...paragraph, look: { ...paragraph.look, underline: false } }, story);
  const relation = story.relations.get(link.attribs["r:id"] ?? "");
  if (relation?.external && LINK.test(relation.target.trim()))
    return [element("w:hyperlink", { "r:id": story.keepLink(relation.target.trim()) }, runs)];
  addNote(story.notes, relation ? "link" : "inner-link", plainText(link));
  return runs;
}

const TINY = 4; // half points: nobody reads a letter of two points

function runFrom(run: Element, paragraph: ParagraphText, story: Story): AnyNode[] {
  const properties = child(run, "w:rPr");
  const styleId = val(properties, "w:rStyle");
  const look = overlay<RunLook>([paragraph.look, story.styles.run(styleId), readRunLook(properties)]);
  const unseen = look.hidden === true || (look.halfPoints ?? 24) < TINY;
  if (unseen && plainText(run).trim() !== "") addNote(story.notes, "hidden", plainText(run));
  if (/^f{6}$/i.test(val(properties, "w:color") ?? "")) addNote(story.notes, "white-text", plainText(run));

  const content = elements(run).flatMap((node) => contentFrom(node, { look, unseen }, paragraph, story));
  if (content.length === 0) return [];
  const isLink = /hyperlink/i.test(story.styles.nameOf(styleId));
  const isNote = content.some(({ name }) => name.endsWith("noteReference"));
  return [element("w:r", {}, [isNote ? element("w:rPr") : propertiesOf(look, paragraph, isLink), ...content])];
}

function propertiesOf(look: RunLook, { kind }: ParagraphText, isLink: boolean) {
  const heading = kind !== "p" && kind !== "quote" && kind !== "caption";
  const marks = [look.bold && !heading && "w:b", look.italic && !heading && "w:i", look.strike && "w:strike"].flatMap(
    (name) => (name ? [element(name)] : []),
  );
  if (look.underline && !isLink) marks.push(element("w:u", { "w:val": "single" }));
  if (look.position !== undefined) marks.push(element("w:vertAlign", { "w:val": look.position }));
  return element("w:rPr", {}, marks);
}

const FIELD = new Set(["w:fldChar", "w:instrText"]);
const AS_IS = new Set(["w:tab", "w:br", "w:noBreakHyphen", "w:footnoteReference", "w:endnoteReference"]);
const SAME: Record<string, string> = { "w:cr": "w:br", "w:ptab": "w:tab" };
const DRAWN = new Set(["w:drawing", "w:pict", "w:object", "mc:AlternateContent"]);

/** Field codes stay even in hidden runs: without its end a field would swallow what follows. */
function contentFrom(
  node: Element,
  { look, unseen }: { look: RunLook; unseen: boolean },
  paragraph: ParagraphText,
  story: Story,
): Element[] {
  if (FIELD.has(node.name)) return [node];
  if (unseen) return [];
  if (AS_IS.has(node.name)) return [element(node.name, node.attribs)];
  if (DRAWN.has(node.name)) return drawingFrom(node, story);
  const same = SAME[node.name];
  return same ? [element(same)] : textFrom(node, look.font ?? "", paragraph, story);
}
