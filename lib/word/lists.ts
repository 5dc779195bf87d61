import { AlignmentType, convertMillimetersToTwip, type ILevelsOptions, LevelFormat } from "docx";
import type { Element } from "domhandler";

const FORMATS: Record<string, (typeof LevelFormat)[keyof typeof LevelFormat]> = {
  "1": LevelFormat.DECIMAL,
  a: LevelFormat.LOWER_LETTER,
  A: LevelFormat.UPPER_LETTER,
  i: LevelFormat.LOWER_ROMAN,
  I: LevelFormat.UPPER_ROMAN,
};

/** Points as official papers draw them. */
const POINTS = ["-", "+", "•"];
const STEP = convertMillimetersToTwip(8);

export const indentOf = (depth: number) => ({ left: STEP * (depth + 2), hanging: STEP });

/** Collects a numbering definition for each list, so that each counts by itself and from where it starts. */
export function createLists() {
  const config: { reference: string; levels: ILevelsOptions[] }[] = [];
  return {
    config,
    referenceFor(list: Element, depth: number) {
      const reference = `list-${config.length + 1}`;
      config.push({ reference, levels: [levelOf(list, depth)] });
      return reference;
    },
  };
}

export type Lists = ReturnType<typeof createLists>;

function levelOf({ name, attribs }: Element, depth: number): ILevelsOptions {
  const shared = { level: depth, alignment: AlignmentType.LEFT, style: { paragraph: { indent: indentOf(depth) } } };
  if (name === "ul") return { ...shared, format: LevelFormat.BULLET, text: POINTS[depth % POINTS.length] ?? "-" };
  const format = FORMATS[attribs["type"] ?? "1"] ?? LevelFormat.DECIMAL;
  const text = /^[a-zA-Z]$/.test(attribs["type"] ?? "") ? `%${depth + 1})` : `%${depth + 1}.`;
  return { ...shared, format, text, start: Number(attribs["start"] ?? 1) };
}
