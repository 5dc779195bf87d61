import { isTag, parseHtml, serializeHtml } from "#lib/html-tree.ts";
import { isFramed, takeFrame } from "#lib/importers/heading-block-frame.ts";
import { linesOf } from "#lib/importers/heading-block-lines.ts";
import { takeSignature } from "#lib/importers/heading-block-signature.ts";
import { takeSubject } from "#lib/importers/heading-block-subject.ts";

/** What the frame of an administrative or a Party document says (NĐ 30/2020, annex I; HD 36-HD/VPTW), as printed. */
export type HeadingBlock = {
  organ: string;
  superior: string;
  number: string;
  place: string;
  /** ISO day, empty when the date was left to be filled in by hand. */
  date: string;
  type: string;
  title: string;
  signer: string;
  signerTitle: string;
  recipients: string[];
};

const FIRST_BLOCKS = 15;

/** The heading block of a sanitised body and the body without it; null, and the body untouched, when it has none. */
export function readHeadingBlock(html: string): { headingBlock: HeadingBlock | null; html: string } {
  const document = parseHtml(html);
  const head = document.children.filter(isTag).slice(0, FIRST_BLOCKS);
  if (!isFramed(head.flatMap(linesOf))) return { headingBlock: null, html };

  const { about, ...frame } = takeFrame(head);
  const subject = takeSubject(document);
  const signature = takeSignature(document);
  return {
    headingBlock: { ...frame, type: subject.type, title: subject.title || about, ...signature },
    html: serializeHtml(document.children),
  };
}
