"use client";

import { useEffect, useRef, useState } from "react";
import { TextAreaField } from "#components/admin/fields.tsx";
import { isAllCapitals, suggestSentenceCase } from "#lib/articles/sentence-case.ts";

const suggestionFor = (title: string) => (isAllCapitals(title) ? suggestSentenceCase(title) : "");

/** The title; typed in capitals, it is offered as a reader would like to read it. */
export function TitleField({ defaultValue, readOnly }: { defaultValue: string; readOnly: boolean }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [suggestion, setSuggestion] = useState(() => suggestionFor(defaultValue));
  useEffect(() => {
    const control = field.current;
    const look = () => setSuggestion(suggestionFor(control?.value ?? ""));
    control?.addEventListener("input", look); // also when the program writes into it: see article-fields.ts
    return () => control?.removeEventListener("input", look);
  }, []);

  const take = () => {
    if (!field.current) return;
    field.current.value = suggestion;
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
    field.current.focus();
  };

  return (
    <div>
      <TextAreaField
        ref={field}
        name="title"
        label="Tên bài"
        rows={3}
        className="title"
        hint="Ai, làm gì. Ví dụ: Chi bộ khu phố 3 kết nạp hai đảng viên mới."
        defaultValue={defaultValue}
        readOnly={readOnly}
        required
      />
      {suggestion && !readOnly && (
        <p className="offer">
          <span className="hint">Tên viết hoa cả dòng khó đọc. Gợi ý: “{suggestion}”.</span>
          <button type="button" className="btn alt" onClick={take}>
            Dùng gợi ý
          </button>
        </p>
      )}
    </div>
  );
}
