"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import dynamic from "next/dynamic";
import { type ChangeEvent, type RefObject, useRef, useState } from "react";
import type { UploadedMedia } from "#components/admin/media-upload.ts";
import {
  describePicture,
  insertPicture,
  type PictureWords,
  removePicture,
  selectedPicture,
} from "#components/admin/picture-insert.ts";
import { type AddFiles, useUploads } from "#components/admin/use-uploads.ts";

const PictureDialog = dynamic(() =>
  import("#components/admin/picture-dialog.tsx").then((module) => module.PictureDialog),
);

type Props = { editor: Editor; add: RefObject<AddFiles | null>; onRefused: (sentence: string) => void };

/** Pictures into the text: from a dialog here, and from the clipboard or by dropping through `add`. */
export function PictureTool({ editor, add, onRefused }: Props) {
  const [waiting, setWaiting] = useState<UploadedMedia[]>([]);
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const selected = useEditorState({ editor, selector: ({ editor: current }) => selectedPicture(current) });

  const [onStored] = useState(() => (media: UploadedMedia) => setWaiting((before) => [...before, media]));
  const share = useUploads(add, { onStored, onRefused });

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    add.current?.([...(event.target.files ?? [])]);
    event.target.value = "";
  };
  const [next] = waiting;
  const place = (words: PictureWords) => {
    if (next) insertPicture(editor, next, words);
    setWaiting((before) => before.slice(1));
  };
  const describe = (words: PictureWords) => {
    describePicture(editor, words);
    setEditing(false);
  };

  return (
    <span>
      <button type="button" title="Thêm ảnh" aria-label="Thêm ảnh" onClick={() => field.current?.click()}>
        <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01" />
        </svg>
      </button>
      <input
        ref={field}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label="Ảnh từ máy"
        onChange={choose}
        onInput={(event) => event.stopPropagation()} // choosing a file is no typing
      />
      {share !== undefined && <progress value={share} aria-label="Đang đưa ảnh lên" />}
      {selected && (
        <span className="table-tools">
          <button type="button" className="word" onClick={() => setEditing(true)}>
            Mô tả ảnh
          </button>
          <button type="button" className="word" onClick={() => removePicture(editor)}>
            Xóa ảnh
          </button>
        </span>
      )}
      {next && (
        <PictureDialog
          key={next.url}
          src={next.url}
          words={{ alt: next.alt, decorative: false, caption: "" }}
          canCaption
          onSay={place}
          onClose={() => setWaiting((before) => before.slice(1))}
        />
      )}
      {editing && selected && (
        <PictureDialog
          src={selected.src}
          words={selected.words}
          canCaption={selected.inFigure && !selected.hasCaption}
          onSay={describe}
          onClose={() => setEditing(false)}
        />
      )}
    </span>
  );
}
