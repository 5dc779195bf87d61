import type { Editor } from "@tiptap/react";

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** Turns the paragraphs that say one of these lines into headings, in one step of undo; a heading is bold by itself. */
export function makeHeadings(editor: Editor, lines: string[]) {
  const { heading, paragraph } = editor.schema.nodes;
  const { bold } = editor.schema.marks;
  const { tr, doc } = editor.state;
  doc.descendants((node, at) => {
    if (!heading || node.type !== paragraph || !lines.includes(plain(node.textContent))) return;
    const end = at + node.nodeSize;
    tr.setBlockType(at, end, heading, { ...node.attrs, level: 2 }).removeMark(at, end, bold);
  });
  editor.view.dispatch(tr);
}
