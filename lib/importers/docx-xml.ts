import { type AnyNode, Element, Text } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { AppError } from "#lib/errors.ts";
import { TOO_LARGE, UNREADABLE } from "#lib/importers/docx-package.ts";

/** A hundred pages stay below, more than an article may hold; a larger tree would cost hundreds of megabytes. */
const MOST_TAGS = 250_000;

/** One part as a tree. Entities are never resolved: a part with a document type was not made by Word. */
export function parseXml(bytes: Uint8Array | undefined, rootName?: string) {
  const xml = decode(bytes ?? new Uint8Array());
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new AppError("invalid", UNREADABLE);
  if (countTags(xml) > MOST_TAGS) throw new AppError("invalid", TOO_LARGE);
  const root = parseDocument(xml, { xmlMode: true }).children.find(isElement);
  if (rootName !== undefined && root?.name !== rootName) throw new AppError("invalid", UNREADABLE);
  return root ?? new Element("empty", {});
}

function countTags(xml: string) {
  let count = 0;
  for (let at = xml.indexOf("<"); at !== -1; at = xml.indexOf("<", at + 1)) count += 1;
  return count;
}

function decode(bytes: Uint8Array) {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

export const isElement = (node: AnyNode): node is Element => node instanceof Element;
export const elements = (parent: Element | undefined) => parent?.children.filter(isElement) ?? [];
export const child = (parent: Element | undefined, name: string) => elements(parent).find((node) => node.name === name);
export const descendants = (parent: Element, ...names: string[]) =>
  DomUtils.findAll((node) => names.includes(node.name), parent.children);
export const hasDescendant = (parent: Element, ...names: string[]) =>
  DomUtils.existsOne((node) => isElement(node) && names.includes(node.name), parent.children);

/** `w:val` of a property element, or of the child of that name. */
export const val = (parent: Element | undefined, name: string) => child(parent, name)?.attribs["w:val"];

/** A toggle property: present and not switched off, absent, or switched off. */
export function toggle(parent: Element | undefined, name: string) {
  const found = child(parent, name);
  if (!found) return undefined;
  return !["0", "false", "off", "none"].includes(found.attribs["w:val"] ?? "");
}

export const element = (name: string, attributes: Record<string, string> = {}, children: AnyNode[] = []) =>
  new Element(name, attributes, children);

export const textRun = (text: string) => element("w:r", {}, [element("w:t", {}, [new Text(text)])]);
export const plainText = (node: AnyNode): string => DomUtils.textContent(node);

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
export const serializeXml = (root: Element) => DECLARATION + DomUtils.getOuterHTML(root, { xmlMode: true });
