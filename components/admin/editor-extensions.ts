import { Extension, Mark, mergeAttributes } from "@tiptap/core";
import Image from "@tiptap/extension-image";
import { Table, TableKit } from "@tiptap/extension-table";
import TextAlign from "@tiptap/extension-text-align";
import StarterKit from "@tiptap/starter-kit";
import { ALIGNMENT, FOOTNOTE_ID, LINK_SCHEMES } from "#lib/html-elements.ts";

const simpleMark = (name: string, tag: "sub" | "sup", excludes: string) =>
  Mark.create({
    name,
    excludes,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  });

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

/** Without the widths that Tiptap writes as styles: the content policy would refuse them, the sanitiser drops them. */
const PlainTable = Table.extend({
  renderHTML: ({ HTMLAttributes }) => ["table", mergeAttributes(HTMLAttributes), ["tbody", 0]],
});

/** Footnotes keep the ids that tie note and mark together; header cells keep their direction. */
const KeptAttributes = Extension.create({
  name: "keptAttributes",
  addGlobalAttributes: () => [
    { types: ["link"], attributes: { id: keptAttribute("id", FOOTNOTE_ID) } },
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

/** What lib/html-elements.ts allows, as Tiptap's schema: what is shown here is what is saved. */
export const EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    link: {
      openOnClick: false,
      protocols: LINK_SCHEMES.filter((scheme) => !scheme.startsWith("http")),
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  simpleMark("subscript", "sub", "superscript"),
  simpleMark("superscript", "sup", "subscript"),
  ClassAlign.configure({ types: ["heading", "paragraph"], alignments: Object.keys(ALIGNMENT) }),
  KeptAttributes,
  Image,
  PlainTable.configure({ resizable: false, View: null }),
  TableKit.configure({ table: false }),
];
