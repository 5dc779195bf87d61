import type { Document, Element } from "domhandler";
import { isTag, remove } from "#lib/html-tree.ts";
import { isCapitals, isRule, type Line, linesOf } from "#lib/importers/heading-block-lines.ts";

const RECIPIENTS = /^noi nhan\b ?:?/u;
const SIGNED = /^[([]?(da ky|ky ten|ky, ghi ro ho ten|ky ten, dong dau)/u;
const AUTHORITY =
  /^(t\/m|tm|t\.m|kt|k\/t|tl|t\/l|tuq|q)[. ]|^(pho )?(bi thu|chu tich|chanh van phong|truong ban|truong phong|giam doc|hieu truong)\b/u;
/** A person's name: two to six words, each with one capital. */
const NAME = /^(?:(?:Đ\/c|Ông|Bà|TS\.|ThS\.)\s+)?(?:\p{Lu}\p{Ll}*\s+){1,5}\p{Lu}\p{Ll}*$/u;

const NOTHING = { signer: "", signerTitle: "", recipients: [] as string[] };
const MOST_BLOCKS = 30;

/** The signature and "Nơi nhận" below a document's body, in a table, behind tabs or one under the other; taken out of it. */
export function takeSignature(document: Document) {
  const blocks = document.children.filter(isTag).filter((block) => block.name !== "hr");
  const table = blocks.findLast((block) => block.name === "table" && linesOf(block).some(isSignatureLine));
  if (table) return takeBlocks([table]);

  const tail = blocks.slice(-MOST_BLOCKS);
  const start = tail.findIndex(
    (block, at) => linesOf(block).some(isSignatureLine) && tail.slice(at).every(isSignatureBlock),
  );
  return start === -1 ? NOTHING : takeBlocks(tail.slice(start));
}

const isSignatureLine = (line: Line) => RECIPIENTS.test(line.plain) || (isCapitals(line) && AUTHORITY.test(line.plain));

function isSignatureBlock(block: Element) {
  const lines = linesOf(block);
  if (block.name === "ul" || lines.length === 0) return true;
  return lines.every(
    (line) =>
      isSignatureLine(line) ||
      isRule(line) ||
      isCapitals(line) ||
      NAME.test(line.text) ||
      SIGNED.test(line.plain) ||
      isRecipient(line),
  );
}

const isRecipient = ({ text }: Line) => /^[-–+•]/u.test(text) && text.length < 200;

function takeBlocks(blocks: Element[]) {
  const lines = blocks.flatMap(linesOf);
  for (const block of blocks) remove(block);
  const column = lines.find(({ plain }) => RECIPIENTS.test(plain))?.column;
  const recipients = lines.filter((line) => line.column === column && (isRecipient(line) || isOtherRecipient(line)));
  const signing = lines.filter((line) => !recipients.includes(line) && !RECIPIENTS.test(line.plain) && !isRule(line));
  return {
    signer: signing.findLast(({ text }) => NAME.test(text))?.text ?? "",
    signerTitle: signing
      .filter(isCapitals)
      .map(({ text }) => text)
      .join(" "),
    recipients: recipients.map(({ text }) =>
      text
        .replace(/^[-–+•]\s*/u, "")
        .replace(/[;,.]$/u, "")
        .trim(),
    ),
  };
}

/** A recipient that lost its dash on the way. */
const isOtherRecipient = (line: Line) =>
  !RECIPIENTS.test(line.plain) &&
  !isCapitals(line) &&
  !isRule(line) &&
  !NAME.test(line.text) &&
  !SIGNED.test(line.plain);
