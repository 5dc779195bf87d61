import type { Element } from "domhandler";
import { child, elements, toggle, val } from "#lib/importers/docx-xml.ts";

/** What a run looks like, as far as an article keeps it. `undefined` leaves it to the level above. */
export type RunLook = {
  font?: string | undefined;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  underline?: boolean | undefined;
  strike?: boolean | undefined;
  position?: string | undefined;
  hidden?: boolean | undefined;
  halfPoints?: number | undefined;
};

export type ParagraphLook = {
  /** 0 is the highest level; 9 is body text. */
  outline?: number | undefined;
  align?: string | undefined;
  list?: { id?: string | undefined; level?: number | undefined } | undefined;
};

type Style = {
  id: string;
  name: string;
  basedOn: string | undefined;
  run: RunLook;
  paragraph: ParagraphLook;
  /** A table style that sets its first row apart. */
  firstRow: boolean;
};

export function readRunLook(properties: Element | undefined): RunLook {
  const fonts = child(properties, "w:rFonts")?.attribs;
  const size = Number(val(properties, "w:sz"));
  return {
    font: fonts?.["w:ascii"] ?? fonts?.["w:hAnsi"],
    bold: toggle(properties, "w:b"),
    italic: toggle(properties, "w:i"),
    underline: toggle(properties, "w:u"),
    strike: toggle(properties, "w:strike") ?? toggle(properties, "w:dstrike"),
    position: val(properties, "w:vertAlign"),
    hidden: toggle(properties, "w:vanish"),
    halfPoints: size > 0 ? size : undefined,
  };
}

export function readParagraphLook(properties: Element | undefined): ParagraphLook {
  const outline = val(properties, "w:outlineLvl");
  const list = child(properties, "w:numPr");
  const level = val(list, "w:ilvl");
  return {
    outline: outline === undefined ? undefined : Number(outline),
    align: val(properties, "w:jc"),
    list: list && { id: val(list, "w:numId"), level: level === undefined ? undefined : Number(level) },
  };
}

/** Styles with what they inherit. Localised Word keeps the English names in the file, so names can be relied on. */
export function readStyles(root: Element) {
  const styles = new Map(
    elements(root)
      .filter(({ name }) => name === "w:style")
      .map((style) => [style.attribs["w:styleId"] ?? "", readStyle(style)]),
  );
  const defaults = readRunLook(child(child(child(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr"));
  const normal = elements(root).find(isDefaultParagraphStyle)?.attribs["w:styleId"];

  const chainOf = (id: string | undefined) => {
    const chain: Style[] = [];
    for (let style = styles.get(id ?? ""); style && !chain.includes(style); style = styles.get(style.basedOn ?? ""))
      chain.unshift(style);
    return chain;
  };
  return {
    nameOf: (id: string | undefined) => styles.get(id ?? "")?.name ?? "",
    /** Names from the style itself up to its root, lower case. */
    lineageOf: (id: string | undefined) =>
      chainOf(id)
        .map(({ name }) => name.toLowerCase())
        .reverse(),
    paragraph: (id: string | undefined) =>
      overlay<ParagraphLook>(chainOf(id ?? normal).map(({ paragraph }) => paragraph)),
    run: (id: string | undefined) => overlay<RunLook>(chainOf(id).map(({ run }) => run)),
    hasHeaderRow: (id: string | undefined) => chainOf(id).some(({ firstRow }) => firstRow),
    defaultRun: overlay<RunLook>([defaults, ...chainOf(normal).map(({ run }) => run)]),
  };
}

export type Styles = ReturnType<typeof readStyles>;

const isDefaultParagraphStyle = ({ name, attribs }: Element) =>
  name === "w:style" && attribs["w:type"] === "paragraph" && ["1", "true"].includes(attribs["w:default"] ?? "");

function readStyle(style: Element): Style {
  return {
    id: style.attribs["w:styleId"] ?? "",
    name: val(style, "w:name") ?? "",
    basedOn: val(style, "w:basedOn"),
    run: readRunLook(child(style, "w:rPr")),
    paragraph: readParagraphLook(child(style, "w:pPr")),
    firstRow: elements(style).some(({ name, attribs }) => name === "w:tblStylePr" && attribs["w:type"] === "firstRow"),
  };
}

/** Later looks win where they say anything. */
export function overlay<Look extends object>(looks: Look[]): Look {
  const known = looks.map((look) => Object.entries(look).filter(([, value]) => value !== undefined));
  return Object.fromEntries(known.flat()) as Look;
}
