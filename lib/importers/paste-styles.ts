import type { Document } from "domhandler";
import { styleOf } from "#lib/html-style.ts";
import { allOf, textIn } from "#lib/html-tree.ts";

/** What a style sheet may say that an article keeps. */
const KEPT = ["text-align", "font-family", "mso-outline-level", "display", "mso-hide"];
const CLASS = /(?:^|\s|[a-z0-9]+)\.(?<name>[\w-]+)$/i;
const MOST_CSS = 500_000;
const LONGEST_SELECTOR = 1_000;

/** Word and its kin say alignment and font in a style sheet; what matters of it is written onto the elements. */
export function inlineStyles(document: Document) {
  const css = allOf(document.children, "style").map(textIn).join("\n").slice(0, MOST_CSS);
  const byClass = readClasses(css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ""));
  if (byClass.size === 0) return;
  for (const element of allOf(
    document.children,
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "td",
    "th",
    "span",
    "div",
  )) {
    const classes = (element.attribs["class"] ?? "")
      .split(/\s+/)
      .flatMap((name) => byClass.get(name.toLowerCase()) ?? []);
    if (classes.length > 0) element.attribs["style"] = [...classes, element.attribs["style"] ?? ""].join(";");
  }
}

function readClasses(css: string) {
  const byClass = new Map<string, string>();
  for (const rule of css.split("}")) {
    const [selectors = "", body = ""] = rule.split("{").slice(-2);
    const style = styleOf({ style: body });
    const kept = KEPT.flatMap((name) => (style.has(name) ? [`${name}:${style.get(name)}`] : [])).join(";");
    if (kept === "") continue;
    for (const selector of selectors.slice(-LONGEST_SELECTOR).split(",")) {
      const name = CLASS.exec(selector.trim())?.groups?.["name"]?.toLowerCase();
      if (name) byClass.set(name, [byClass.get(name), kept].filter(Boolean).join(";"));
    }
  }
  return byClass;
}
