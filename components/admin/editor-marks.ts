import { Extension, Mark, mergeAttributes, Node } from "@tiptap/core";
import TextAlign from "@tiptap/extension-text-align";
import { ALIGNED_ELEMENTS, ALIGNMENT, FOOTNOTE_ID } from "#lib/html-elements.ts";

const simpleMark = (name: string, tag: "sub" | "sup", excludes: string) =>
  Mark.create({
    name,
    excludes,
    priority: 1100, // around a link, as footnotes are written
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  });

const NODES: Record<string, string> = {
  p: "paragraph",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  th: "tableHeader",
  td: "tableCell",
};

type Alignment = keyof typeof ALIGNMENT;
const isAlignment = (value: unknown): value is Alignment =>
  typeof value === "string" && Object.hasOwn(ALIGNMENT, value);

/** Alignment as the classes that the sanitiser keeps, not as styles. */
const ClassAlign = TextAlign.extend({
  addGlobalAttributes() {
    const textAlign = {
      default: null,
      parseHTML: (element: HTMLElement) => {
        const own = Object.entries(ALIGNMENT).find(([, name]) => element.classList.contains(name));
        const styled = element.style.textAlign || element.getAttribute("align");
        return own?.[0] ?? (isAlignment(styled) ? styled : null);
      },
      renderHTML: (attributes: Record<string, unknown>) =>
        isAlignment(attributes["textAlign"]) ? { class: ALIGNMENT[attributes["textAlign"]] } : {},
    };
    return [{ types: this.options.types, attributes: { textAlign } }];
  },
});

/** Footnotes keep the ids that tie note and mark together; header cells keep their direction. */
const KeptAttributes = Extension.create({
  name: "keptAttributes",
  addGlobalAttributes: () => [
    { types: ["link", "target", "anchor"], attributes: { id: keptAttribute("id", FOOTNOTE_ID) } },
    { types: ["tableHeader"], attributes: { scope: keptAttribute("scope", /^(row|col)(group)?$/) } },
  ],
});

function keptAttribute(name: string, allowed: RegExp) {
  return {
    default: null,
    parseHTML: (element: HTMLElement) => allowed.exec(element.getAttribute(name) ?? "")?.[0] ?? null,
    renderHTML: (attributes: Record<string, unknown>) => (attributes[name] ? { [name]: attributes[name] } : {}),
  };
}

const isTarget = (element: HTMLElement, filled: boolean) =>
  FOOTNOTE_ID.test(element.id) && (element.textContent !== "") === filled && null;

/** What a footnote's link leads to, where it is no link itself: words, or a bare place in the text. */
const Target = Mark.create({
  name: "target",
  parseHTML: () => [{ tag: "a[id]:not([href])", getAttrs: (element) => isTarget(element, true) }],
  renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
});
const Anchor = Node.create({
  name: "anchor",
  group: "inline",
  inline: true,
  atom: true,
  parseHTML: () => [{ tag: "a[id]:not([href])", getAttrs: (element) => isTarget(element, false) }],
  renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes],
});

export const MARKS = [
  simpleMark("subscript", "sub", "superscript"),
  simpleMark("superscript", "sup", "subscript"),
  ClassAlign.configure({
    types: [...new Set(ALIGNED_ELEMENTS.flatMap((name) => NODES[name] ?? []))],
    alignments: Object.keys(ALIGNMENT),
  }),
  KeptAttributes,
  Target,
  Anchor,
];
