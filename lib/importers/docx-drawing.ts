import type { Element } from "domhandler";
import { DomUtils } from "htmlparser2";
import { addNote } from "#lib/importers/docx-notes.ts";
import type { Story } from "#lib/importers/docx-story.ts";
import { child, descendants, element, hasDescendant } from "#lib/importers/docx-xml.ts";

/** A drawing in any of Word's dialects as plain pictures, and the text of its boxes as paragraphs after this one. */
export function drawingFrom(node: Element, story: Story): Element[] {
  const source = node.name === "mc:AlternateContent" ? richerForm(node) : node;
  if (!source) return [];
  if (node.name === "w:object") addNote(story.notes, "embedded");
  if (hasDescendant(source, "c:chart", "dgm:relIds", "cx:chart")) addNote(story.notes, "drawing");

  const pictures = descendants(source, "a:blip", "v:imagedata").filter((picture) => !isInsideBox(picture, source));
  const boxes = descendants(source, "w:txbxContent").filter((box) => !isInsideBox(box, source));
  return [
    ...pictures.flatMap((picture) => pictureFrom(picture, source, story)),
    ...boxes.flatMap((box) => boxFrom(box, story)),
  ];
}

/** The newer form unless only the older one has a picture or text that can be read. */
function richerForm(alternate: Element) {
  const choice = child(alternate, "mc:Choice");
  const readable = choice && hasDescendant(choice, "a:blip", "w:txbxContent", "c:chart", "dgm:relIds");
  return readable ? choice : (child(alternate, "mc:Fallback") ?? choice);
}

/** What lies in a text box is met again when the box is rewritten. */
function isInsideBox(node: Element, root: Element) {
  for (let outer = node.parent; outer && outer !== root; outer = outer.parent)
    if ("name" in outer && outer.name === "w:txbxContent") return true;
  return false;
}

function boxFrom(box: Element, story: Story) {
  const outside = story.listLevels;
  story.listLevels = [];
  const blocks = story.rewriteBlocks(box.children, story);
  story.listLevels = outside;
  if (DomUtils.textContent(box).trim() !== "") addNote(story.notes, "text-box", DomUtils.textContent(box));
  return [
    element("w:pict", {}, [element("v:shape", {}, [element("v:textbox", {}, [element("w:txbxContent", {}, blocks)])])]),
  ];
}

function pictureFrom(picture: Element, source: Element, story: Story) {
  const relation = story.relations.get(picture.attribs["r:embed"] ?? picture.attribs["r:id"] ?? "");
  if (!relation || relation.external) {
    addNote(story.notes, relation?.external || picture.attribs["r:link"] ? "linked-picture" : "lost-picture");
    return [];
  }
  const id = story.keepPicture(relation.target);
  if (id === undefined) {
    addNote(story.notes, "lost-picture");
    return [];
  }
  return [inlinePicture(id, alternativeText(picture, source))];
}

/** The description that the author gave, nothing for a decorative picture, else the title. File names are no description. */
function alternativeText(picture: Element, source: Element) {
  const own = closest(picture, ["wp:inline", "wp:anchor", "v:shape", "v:rect"]) ?? source;
  const properties = child(own, "wp:docPr");
  if (properties && descendants(properties, "adec:decorative").some(({ attribs }) => attribs["val"] !== "0")) return "";
  const { descr, title } = properties?.attribs ?? {};
  const said = [descr, title, own.attribs["alt"], picture.attribs["o:title"]].find((text) => text?.trim());
  return said && !/^\S+\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|webp)$/i.test(said.trim()) ? said.trim() : "";
}

function closest(node: Element, names: string[]) {
  for (let outer = node.parent; outer; outer = outer.parent)
    if ("name" in outer && names.includes(outer.name)) return outer;
  return undefined;
}

/** The one form of a picture that mammoth is given. */
const inlinePicture = (id: string, description: string) =>
  element("w:drawing", {}, [
    element("wp:inline", {}, [
      element("wp:docPr", { descr: description }),
      element("a:graphic", {}, [
        element("a:graphicData", {}, [
          element("pic:pic", {}, [element("pic:blipFill", {}, [element("a:blip", { "r:embed": id })])]),
        ]),
      ]),
    ]),
  ]);
