"use client";

import type { Editor } from "@tiptap/react";
import { useEffect, useState } from "react";

/** Counting may wait until the fingers rest. */
const PAUSE = 700;

/** How long the text is, in words as Vietnamese counts them: what stands between spaces. */
export function WordCount({ editor }: { editor: Editor }) {
  const [count, setCount] = useState(() => countWords(editor));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setCount(countWords(editor)), PAUSE);
    };
    editor.on("update", later);
    return () => {
      clearTimeout(timer);
      editor.off("update", later);
    };
  }, [editor]);

  return <p className="meta">{count.toLocaleString("vi")} chữ</p>;
}

const countWords = ({ state: { doc } }: Editor) =>
  doc.textBetween(0, doc.content.size, " ", " ").match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
