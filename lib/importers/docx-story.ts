import type { AnyNode, Element } from "domhandler";
import type { Notes } from "#lib/importers/docx-notes.ts";
import type { Numbering } from "#lib/importers/docx-numbering.ts";
import type { RunLook, Styles } from "#lib/importers/docx-styles.ts";
import { child } from "#lib/importers/docx-xml.ts";
import type { LegacyEncoding } from "#lib/importers/legacy-encoding.ts";

export type Relation = { target: string; external: boolean };

/** What is known while a story (the body, or the footnotes) is rewritten. */
export type Story = {
  styles: Styles;
  numbering: Numbering;
  relations: Map<string, Relation>;
  notes: Notes;
  /** The levels of the list that is open here, outermost first. */
  listLevels: number[];
  /** Set when no font tells it, but the text as a whole reads as one of the old encodings. */
  encoding: LegacyEncoding | undefined;
  /** Gives the id under which a picture of the package may be named, or undefined when there is none. */
  keepPicture: (path: string) => string | undefined;
  keepLink: (href: string) => string;
  /** How blocks are rewritten, for the text boxes that hold some. */
  rewriteBlocks: (nodes: AnyNode[], story: Story) => Element[];
};

export const PARAGRAPH_KINDS = ["title", "h2", "h3", "h4", "quote", "caption", "rule", "p"] as const;
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number];

/** How a paragraph's own runs start out, and what is known about its text. */
export type ParagraphText = {
  kind: ParagraphKind;
  look: RunLook;
  encoding: LegacyEncoding | undefined;
  near: string;
};

/** Between these signs stands what mammoth has no room for: the number and kind of an ordered list's item. */
export const MARK_OPEN = "\ue010";
export const MARK_CLOSE = "\ue011";

/** Word's own choice between a new and an old form of the same thing. */
export const chosen = (alternate: Element) =>
  (child(alternate, "mc:Choice") ?? child(alternate, "mc:Fallback"))?.children ?? [];
