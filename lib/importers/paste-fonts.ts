import type { AnyNode, Document, Text } from "domhandler";
import { styleOf } from "#lib/html-style.ts";
import { isTag, isText, textIn } from "#lib/html-tree.ts";
import { convertLine, detectEncoding, encodingOfFont, fromFont } from "#lib/importers/legacy-encoding.ts";

/** Letters of TCVN3 and VNI fonts as Unicode, by the font of each piece or, when no old font is named, by the text itself. Returns what changed. */
export function convertLegacyText(document: Document) {
  const pieces = piecesOf(document.children, "");
  const byFont = pieces.some(({ font }) => encodingOfFont(font) !== undefined);
  const encoding = byFont ? undefined : detectEncoding(textIn(document));

  return pieces.flatMap(({ node, font }) => {
    const before = node.data;
    if (encodingOfFont(font)) node.data = fromFont(before, font);
    else if (encoding) node.data = convertLine(before, encoding);
    const isChanged = node.data !== before && node.data !== before.normalize("NFC");
    return isChanged ? [{ before, after: node.data }] : [];
  });
}

function piecesOf(nodes: AnyNode[], font: string): { node: Text; font: string }[] {
  return nodes.flatMap((node) => {
    if (isText(node)) return [{ node, font }];
    if (!isTag(node)) return [];
    const family = styleOf(node.attribs).get("font-family") ?? node.attribs["face"];
    return piecesOf(node.children, family?.split(",")[0]?.replace(/["']/g, "").trim() ?? font);
  });
}
