import path from "node:path";
import type { Element } from "domhandler";
import { AppError } from "#lib/errors.ts";
import { openPackage, UNREADABLE } from "#lib/importers/docx-package.ts";
import type { Relation } from "#lib/importers/docx-story.ts";
import { elements, parseXml } from "#lib/importers/docx-xml.ts";

type Typed = Relation & { id: string; type: string };

/** The parts of a Word file by what they are, wherever its maker has put them. */
export function readParts(bytes: Uint8Array) {
  const archive = openPackage(bytes);
  const main = relationsOf("").find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";
  if (!archive.names.has(main)) throw new AppError("invalid", UNREADABLE);
  const relations = relationsOf(main);

  /** The part of this kind that the document names, as a tree. */
  function part(kind: string, rootName: string): { root: Element; relations: Map<string, Relation> } | undefined {
    const target = kind === "document" ? main : relations.find(({ type }) => type === kind)?.target;
    if (target === undefined || !archive.names.has(target)) return undefined;
    return { root: parseXml(archive.read([target])[target], rootName), relations: byId(relationsOf(target)) };
  }

  function relationsOf(owner: string): Typed[] {
    const folder = path.posix.dirname(owner);
    const name = path.posix.join(folder, "_rels", `${path.posix.basename(owner)}.rels`);
    if (!archive.names.has(name)) return [];
    return elements(parseXml(archive.read([name])[name])).map(({ attribs }) => {
      const external = attribs["TargetMode"] === "External";
      const target = attribs["Target"] ?? "";
      return {
        id: attribs["Id"] ?? "",
        type: (attribs["Type"] ?? "").split("/").at(-1) ?? "",
        external,
        target: external ? target : inPackage(folder, target, archive.names),
      };
    });
  }

  return {
    ...archive,
    part,
    targetsOf: (kind: string) => relations.filter(({ type }) => type === kind).map(({ target }) => target),
  };
}

const byId = (relations: Typed[]) => new Map<string, Relation>(relations.map((relation) => [relation.id, relation]));

/** A target as the name of a part: relative to its owner or to the root, and possibly percent-encoded. */
function inPackage(folder: string, target: string, names: Set<string>) {
  const name = path.posix.join(target.startsWith("/") ? "" : folder, target).replace(/^\/+/, "");
  if (names.has(name)) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
