"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import type { RefObject } from "react";
import { AttachTool } from "#components/admin/attach-tool.tsx";
import {
  applyStyle,
  type Command,
  FIRST,
  LAST,
  STYLE_CHOICES,
  type StyleName,
  styleAt,
  TABLE_COMMANDS,
} from "#components/admin/editor-commands.ts";
import { LinkTool } from "#components/admin/link-tool.tsx";
import { PictureTool } from "#components/admin/picture-tool.tsx";
import type { AddFiles } from "#components/admin/use-uploads.ts";

type Props = {
  editor: Editor;
  addPictures: RefObject<AddFiles | null>;
  addAttachments: RefObject<AddFiles | null>;
  onRefused: (sentence: string) => void;
};

export function EditorToolbar({ editor, addPictures, addAttachments, onRefused }: Props) {
  const { style, inTable, on } = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      style: styleAt(current),
      inTable: current.isActive("table"),
      on: [...FIRST, ...LAST]
        .flat()
        .filter((command) => command.isOn?.(current))
        .map(({ label }) => label),
    }),
  });

  const group = (commands: Command[]) => (
    <span key={commands[0]?.label}>
      {commands.map((command) => (
        <Tool key={command.label} editor={editor} command={command} isOn={on.includes(command.label)} />
      ))}
    </span>
  );

  return (
    <div className="tools" role="toolbar" aria-label="Định dạng" aria-controls="than-bai">
      <div className="strip">
        <select
          aria-label="Kiểu đoạn"
          value={style}
          onChange={(event) => applyStyle(editor, event.target.value as StyleName)}
        >
          {STYLE_CHOICES.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
        {FIRST.map(group)}
        <LinkTool editor={editor} />
        <PictureTool editor={editor} add={addPictures} onRefused={onRefused} />
        <AttachTool editor={editor} add={addAttachments} onRefused={onRefused} />
        {LAST.map(group)}
      </div>
      {inTable && (
        <div className="strip">
          {TABLE_COMMANDS.map(({ label, run }) => (
            <button key={label} type="button" className="word" onClick={() => run(editor)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

type ToolProps = { editor: Editor; command: Command; isOn: boolean };

const Tool = ({ editor, command, isOn }: ToolProps) => (
  <button
    type="button"
    title={command.label}
    aria-label={command.label}
    aria-pressed={command.isOn ? isOn : undefined}
    onMouseDown={(event) => event.preventDefault()} // the selection in the text stays
    onClick={() => command.run(editor)}
  >
    {command.icon ? (
      <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
        <path d={command.icon} />
      </svg>
    ) : (
      <span className={`letter letter-${command.letter}`} data-letter={command.letter} aria-hidden="true" />
    )}
  </button>
);
