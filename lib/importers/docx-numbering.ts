import type { Element } from "domhandler";
import { child, elements, val } from "#lib/importers/docx-xml.ts";

type Level = { format: string; text: string; start: number; suffix: string; legal: boolean; style: string | undefined };
type Abstract = { levels: Map<number, Level>; link: string | undefined };
type Instance = { abstract: string; starts: Map<number, number>; levels: Map<number, Level> };

/** How one numbered paragraph reads: a point, a number that HTML counts alike, or words that must be written out. */
export type Label =
  | { kind: "bullet" }
  | { kind: "ordered"; number: number; type: string }
  | { kind: "written"; text: string };

const HTML_TYPES: Record<string, string> = {
  decimal: "1",
  lowerLetter: "a",
  upperLetter: "A",
  lowerRoman: "i",
  upperRoman: "I",
};

/** Counts numbered paragraphs in the order of the document, as Word does: one count for all lists of one definition. */
export function createNumbering(root: Element, listOfStyle: (styleId: string) => string | undefined) {
  const abstracts = new Map(
    ofName(root, "w:abstractNum").map((node) => [node.attribs["w:abstractNumId"] ?? "", readAbstract(node)]),
  );
  const instances = new Map(ofName(root, "w:num").map((node) => [node.attribs["w:numId"] ?? "", readInstance(node)]));
  const counts = new Map<string, (number | undefined)[]>();
  const seen = new Set<string>();

  function resolve(id: string, depth = 0): { instance: Instance; abstract: Abstract } | undefined {
    const instance = instances.get(id);
    const abstract = instance && abstracts.get(instance.abstract);
    if (!instance || !abstract) return undefined;
    const linked = abstract.link === undefined ? undefined : listOfStyle(abstract.link);
    return linked !== undefined && depth < 5 ? resolve(linked, depth + 1) : { instance, abstract };
  }

  function count(
    id: string,
    level: number,
    { instance }: { instance: Instance },
    levelOf: (at: number) => Level | undefined,
  ) {
    const key = instance.abstract;
    const tally = counts.get(key) ?? [];
    counts.set(key, tally);
    const restart = seen.has(id) ? undefined : instance.starts;
    seen.add(id);
    for (const [at, start] of restart ?? []) tally[at] = start - 1;

    const before = tally[level];
    tally[level] = before === undefined ? (levelOf(level)?.start ?? 1) : before + 1;
    tally.length = level + 1;
    return Array.from({ length: level + 1 }, (_, at) => tally[at] ?? levelOf(at)?.start ?? 1);
  }

  return {
    /** The level whose paragraphs carry this style, for lists that are bound to styles. */
    levelOfStyle(id: string, styleId: string) {
      const found = resolve(id);
      return [...(found?.abstract.levels ?? [])].find(([, level]) => level.style === styleId)?.[0];
    },
    next(id: string, level: number): Label | undefined {
      const found = resolve(id);
      if (!found) return undefined;
      const levelOf = (at: number) => found.instance.levels.get(at) ?? found.abstract.levels.get(at);
      const own = levelOf(level);
      if (!own) return undefined;
      return labelOf(own, level, count(id, level, found, levelOf), levelOf);
    },
  };
}

export type Numbering = ReturnType<typeof createNumbering>;

const ofName = (root: Element, name: string) => elements(root).filter((node) => node.name === name);

function readLevel(level: Element): Level {
  return {
    format: val(level, "w:numFmt") ?? "decimal",
    text: val(level, "w:lvlText") ?? "",
    start: Number(val(level, "w:start") ?? 1),
    suffix: val(level, "w:suff") ?? "tab",
    legal: child(level, "w:isLgl") !== undefined,
    style: val(level, "w:pStyle"),
  };
}

const readLevels = (parent: Element) =>
  new Map(ofName(parent, "w:lvl").map((level) => [Number(level.attribs["w:ilvl"] ?? 0), readLevel(level)]));

const readAbstract = (node: Element): Abstract => ({ levels: readLevels(node), link: val(node, "w:numStyleLink") });

function readInstance(node: Element): Instance {
  const overrides = ofName(node, "w:lvlOverride");
  const starts = overrides.flatMap((override) => {
    const start = val(override, "w:startOverride");
    return start === undefined ? [] : [[Number(override.attribs["w:ilvl"] ?? 0), Number(start)] as const];
  });
  return {
    abstract: val(node, "w:abstractNumId") ?? "",
    starts: new Map(starts),
    levels: new Map(overrides.flatMap((override) => [...readLevels(override)])),
  };
}

function labelOf(
  own: Level,
  level: number,
  counts: number[],
  levelOf: (at: number) => Level | undefined,
): Label | undefined {
  if (own.format === "bullet") return { kind: "bullet" };
  const type = HTML_TYPES[own.format];
  const plain = new RegExp(`^\\(?%${level + 1}[.)]?$`).test(own.text.trim());
  if (type && plain) return { kind: "ordered", number: counts[level] ?? 1, type };

  const text = own.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return formatNumber(counts[at] ?? 1, own.legal ? "decimal" : (levelOf(at)?.format ?? "decimal"));
  });
  return text.trim() === "" ? undefined : { kind: "written", text: own.suffix === "nothing" ? text : `${text} ` };
}

function formatNumber(number: number, format: string) {
  if (format === "none") return "";
  if (format === "decimalZero") return String(number).padStart(2, "0");
  const upper = format.startsWith("upper");
  if (format.endsWith("Letter")) return inCase(letters(number), upper);
  return format.endsWith("Roman") ? inCase(roman(number), upper) : String(number);
}

const inCase = (text: string, upper: boolean) => (upper ? text.toUpperCase() : text);

/** Word goes a … z, aa, bb, cc. */
const letters = (number: number) =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(Math.ceil(number / 26), 20));

const ROMAN = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

function roman(number: number) {
  let rest = Math.min(Math.max(number, 0), 5_000);
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return sign.repeat(times);
  }).join("");
}
