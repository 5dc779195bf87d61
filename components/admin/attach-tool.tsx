"use client";

import type { Editor } from "@tiptap/react";
import dynamic from "next/dynamic";
import { type RefObject, useState } from "react";
import { type Attachment, insertAttachment } from "#components/admin/attachment.ts";
import { type AddFiles, useUploads } from "#components/admin/use-uploads.ts";

const AttachDialog = dynamic(() => import("#components/admin/attach-dialog.tsx").then((module) => module.AttachDialog));

type Props = { editor: Editor; add: RefObject<AddFiles | null>; onRefused: (sentence: string) => void };

/** PDF and Office files as links in the text: from this machine, from the library, and by dropping through `add`. */
export function AttachTool({ editor, add, onRefused }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [onStored] = useState(() => (file: Attachment) => insertAttachment(editor, file));
  const share = useUploads(add, { onStored, onRefused });

  return (
    <span>
      <button type="button" title="Đính kèm tệp" aria-label="Đính kèm tệp" onClick={() => setOpen(true)}>
        <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M19 11l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4l8-8a3 3 0 0 1 4.3 4.3l-7.6 7.6a1.5 1.5 0 0 1-2.1-2.1l7-7" />
        </svg>
      </button>
      {share !== undefined && <progress value={share} aria-label="Đang đưa tệp lên" />}
      {isOpen && (
        <AttachDialog onFiles={(files) => add.current?.(files)} onPick={onStored} onClose={() => setOpen(false)} />
      )}
    </span>
  );
}
