import { DomUtils, parseDocument } from "htmlparser2";
import { type DocumentReference, recogniseDocuments } from "#lib/document-numbers/recognise.ts";

export type Draft = {
  title: string;
  summary: string;
  /** As the sanitiser left it. */
  bodyHtml: string;
  bodyText: string;
  /** ISO day, when the committee gives the article one. */
  dateline?: string | null;
  /** ISO day on which this is asked. */
  today: string;
  knownHosts: Iterable<string>;
};

/** `place` is a piece of the article's own text, so that the editor can be taken to it. */
export type Finding = { rule: string; sentence: string; place?: string };

export type Rule = {
  rule: string;
  level: "blocker" | "warning";
  /** What the list says when there is nothing to find. */
  passed: string;
  find: (reading: Reading) => Omit<Finding, "rule">[];
};

export type Reading = Draft & {
  /** Title, summary and body, one after the other, each from the next by a line with PART alone. */
  text: string;
  hosts: Set<string>;
  references: DocumentReference[];
  elements: (name: string) => Element[];
};

export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** No field holds one: it is a control character. */
const PART = "\f";

export function readDraft(draft: Draft): Reading {
  const text = [draft.title, draft.summary, draft.bodyText].join(`\n${PART}\n`);
  const document = parseDocument(draft.bodyHtml);
  return {
    ...draft,
    text,
    hosts: new Set([...draft.knownHosts].map((host) => host.toLowerCase())),
    references: recogniseDocuments(text),
    elements: (name) => DomUtils.getElementsByTagName(name, document),
  };
}

export const textIn = (element: Element) => DomUtils.textContent(element).replace(/\s+/g, " ").trim();

const AROUND = 40;

/** The words around a match in its line, cut at spaces: enough to find the place by. */
export function placeOf(text: string, index: number, length: number) {
  const line = { start: text.lastIndexOf("\n", index - 1) + 1, end: `${text}\n`.indexOf("\n", index + length) };
  const start = Math.max(line.start, index - AROUND);
  const end = Math.min(line.end, index + length + AROUND);
  const piece = text.slice(start, end);
  const from = start > line.start ? piece.search(/\s/) + 1 : 0;
  const to = end < line.end && /\s\S*$/.test(piece) ? piece.search(/\s\S*$/) : piece.length;
  return piece
    .slice(Math.min(from, index - start), Math.max(to, index - start + length))
    .replace(/\s+/g, " ")
    .trim();
}

/** One finding for each match of a pattern in the text. */
export function findEach(text: string, pattern: RegExp, sentence: (match: RegExpExecArray) => string | undefined) {
  const findings = [];
  for (const match of text.matchAll(pattern)) {
    const said = sentence(match);
    if (said) findings.push({ sentence: said, place: placeOf(text, match.index, match[0].length) });
    if (findings.length === 50) break;
  }
  return findings;
}
