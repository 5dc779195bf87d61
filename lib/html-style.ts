import { ALIGNMENT } from "#lib/html-elements.ts";

type Attributes = Record<string, string>;
type Style = Map<string, string>;

const FAR_AWAY = 300; // pixels; Word's own hanging indents stay well below
const PIXELS: Record<string, number> = { px: 1, pt: 4 / 3, em: 16, rem: 16, cm: 37.8, mm: 3.78, in: 96 };

/** The declarations of a style attribute, lower case; the last of a name wins. */
export function styleOf({ style }: Attributes): Style {
  if (!style) return new Map();
  return new Map(
    style
      .toLowerCase()
      .replace(/!important/g, "")
      .split(";")
      .flatMap((declaration) => {
        const colon = declaration.indexOf(":");
        return colon < 1 ? [] : [[declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()] as const];
      }),
  );
}

function pixels(value: string | undefined) {
  const found = /^(-?[\d.]+)\s*([a-z]*)$/.exec(value ?? "");
  if (!found) return undefined;
  return Number(found[1]) * (PIXELS[found[2] ?? ""] ?? 1);
}

const MOVES = ["left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top", "inset-inline-start"];

/** Text that readers cannot see is how link sellers fill a site: it is never stored. */
export function isHidden(attributes: Attributes) {
  if ("hidden" in attributes) return true;
  const style = styleOf(attributes);
  if (style.get("display") === "none" || style.get("mso-hide") === "all") return true;
  if (/hidden|collapse/.test(style.get("visibility") ?? "")) return true;
  return isTooSmall(style) || MOVES.some((name) => (pixels(style.get(name)) ?? 0) <= -FAR_AWAY);
}

function isTooSmall(style: Style) {
  const size = pixels(style.get("font-size") ?? style.get("font"));
  if (size !== undefined && size < 2) return true;
  if (Number(style.get("opacity") ?? 1) < 0.1) return true;
  if (/^rect\(\s*0|^inset\((50|100)%/.test(style.get("clip") ?? style.get("clip-path") ?? "")) return true;
  const clipped = /hidden|clip/.test(style.get("overflow") ?? "");
  return clipped && ["width", "height", "max-height", "max-width"].some((name) => (pixels(style.get(name)) ?? 9) <= 1);
}

/** The class of a text alignment, from a class of ours, a style or the old attribute. */
export function alignmentOf(attributes: Attributes) {
  const classes = (attributes["class"] ?? "").split(/\s+/);
  const own = Object.values(ALIGNMENT).find((name) => classes.includes(name));
  if (own) return own;
  const wanted = styleOf(attributes).get("text-align") ?? attributes["align"]?.toLowerCase();
  if (wanted === "left" || wanted === "start") return "";
  return wanted === "center" || wanted === "right" || wanted === "justify" ? ALIGNMENT[wanted] : undefined;
}

const MARKS: Record<string, string> = {
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  cite: "em",
  u: "u",
  ins: "u",
  s: "s",
  strike: "s",
  del: "s",
  sub: "sub",
  sup: "sup",
};

/** The marks that an inline element means by its name and its style: `<span style="font-weight:700">` is strong. */
export function marksOf(name: string, attributes: Attributes) {
  const style = styleOf(attributes);
  const marks = new Set(MARKS[name] ? [MARKS[name]] : []);
  const weight = style.get("font-weight");
  if (weight) set(marks, "strong", /^(bold|bolder|[6-9]00)$/.test(weight));
  const slant = style.get("font-style");
  if (slant) set(marks, "em", /^(italic|oblique)/.test(slant));
  const line = style.get("text-decoration") ?? style.get("text-decoration-line") ?? "";
  if (line.includes("underline")) marks.add("u");
  if (line.includes("line-through")) marks.add("s");
  const height = style.get("vertical-align");
  if (height === "sub") marks.add("sub");
  if (height === "super") marks.add("sup");
  return [...marks];
}

function set(marks: Set<string>, mark: string, on: boolean) {
  if (on) marks.add(mark);
  else marks.delete(mark);
}
