import { type AnyNode, Element, Text } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";

/** HTML as a tree to be changed in place, and back. Runs in the browser as well: strings in, strings out. */
export const parseHtml = (html: string) => parseDocument(html);
export const serializeHtml = (nodes: AnyNode[]) => DomUtils.getOuterHTML(nodes, { encodeEntities: "utf8" });

export const isTag = (node: AnyNode | null | undefined): node is Element => node instanceof Element;
export const isText = (node: AnyNode | null | undefined): node is Text => node instanceof Text;
export const isNamed = (node: AnyNode | null | undefined, ...names: string[]): node is Element =>
  isTag(node) && names.includes(node.name);

export const allOf = (nodes: AnyNode[], ...names: string[]) =>
  DomUtils.getElementsByTagName((name) => names.includes(name), nodes);
export const textIn = (node: AnyNode | AnyNode[]) => DomUtils.textContent(node);

/** Text as a reader sees it: one space between words. */
export const lineOf = (node: AnyNode | AnyNode[]) =>
  textIn(node)
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();

export function tag(name: string, attributes: Record<string, string> = {}, children: AnyNode[] = []) {
  const made = new Element(name, attributes);
  adopt(made, children);
  return made;
}

export const words = (text: string) => new Text(text);

/** Gives an element new children, with every pointer of the tree right. */
export function adopt(parent: Element, children: AnyNode[]) {
  for (const child of children) DomUtils.removeElement(child);
  parent.children = [];
  for (const child of children) DomUtils.appendChild(parent, child);
}

/** Puts other nodes in the place of one. */
export function replace(node: AnyNode, others: AnyNode[]) {
  for (const other of others) DomUtils.prepend(node, other);
  DomUtils.removeElement(node);
}

export const remove = (node: AnyNode) => DomUtils.removeElement(node);

/** The element goes, what is in it stays. */
export const unwrap = (element: Element) => replace(element, [...element.children]);

export function rename(element: Element, name: string) {
  element.name = name;
}
