"use client";

import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { memo, type RefObject, use, useEffect, useRef, useState } from "react";
import { useDroppedFiles } from "#components/admin/dropped-files.ts";
import { EXTENSIONS } from "#components/admin/editor-extensions.ts";
import { pasting } from "#components/admin/editor-paste.ts";
import { EditorToolbar } from "#components/admin/editor-toolbar.tsx";
import { FormContext } from "#components/admin/form-context.ts";
import { storePastedPictures } from "#components/admin/picture-insert.ts";
import type { AddFiles } from "#components/admin/use-uploads.ts";
import { WordCount } from "#components/admin/word-count.tsx";

type Props = { initial: string; editor: RefObject<Editor | null>; onEdit: () => void; editable: boolean };

/**
 * The body of an article as it will stand on the page. The form asks `editor` for its HTML when it is sent.
 * Drawn again, it goes through the whole text: it is not when a save only changes what the page says of it.
 */
export const BodyEditor = memo(function BodyEditor({ initial, editor: handle, onEdit, editable }: Props) {
  const error = use(FormContext).state.fields?.["bodyHtml"];
  const [said, setSaid] = useState<string[]>([]);
  const [onRefused] = useState(() => (sentence: string) => setSaid([sentence]));
  const addPictures = useRef<AddFiles>(null);
  const addAttachments = useRef<AddFiles>(null);
  const takeFiles = (files: File[]) => {
    const isPicture = ({ type }: File) => type.startsWith("image/");
    addPictures.current?.(files.filter(isPicture));
    addAttachments.current?.(files.filter((file) => !isPicture(file)));
  };
  useDroppedFiles(takeFiles);
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: initial,
    editable,
    immediatelyRender: false,
    injectCSS: false, // the rules are in admin.css, where the content policy lets them be
    parseOptions: { preserveWhitespace: true }, // two spaces stay two spaces
    editorProps: {
      ...pasting({
        onFiles: takeFiles,
        onInlinePictures: () => {
          if (handle.current)
            void storePastedPictures(handle.current).then((more) => setSaid((before) => [...before, ...more]));
        },
        onSay: setSaid,
      }),
      attributes: {
        class: "prose",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "Nội dung bài",
        "aria-describedby": "than-bai-goi-y",
        id: "than-bai",
      },
    },
    onUpdate: onEdit,
  });

  useEffect(() => {
    handle.current = editor;
  }, [handle, editor]);

  return (
    <div className={error ? "field bad" : "field"}>
      <span className="label" aria-hidden="true">
        Nội dung
      </span>
      <p className="hint" id="than-bai-goi-y">
        Gõ vào đây, dán từ Word, hoặc kéo thả ảnh và tệp PDF vào. Ví dụ câu mở đầu: Sáng 24/11/2026, Chi bộ 1 họp sinh
        hoạt thường kỳ.
      </p>
      {error && <p className="err">Lỗi: {error}</p>}
      <div className="paper">
        {editor && editable && <EditorToolbar {...{ editor, addPictures, addAttachments, onRefused }} />}
        <div role="status">
          {said.map((sentence) => (
            <p key={sentence} className="note">
              {sentence}
            </p>
          ))}
        </div>
        {editor ? <EditorContent editor={editor} /> : <p className="prose">Đang mở khung soạn thảo…</p>}
      </div>
      {editor && <WordCount editor={editor} />}
    </div>
  );
});
