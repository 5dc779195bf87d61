"use client";

import dynamic from "next/dynamic";
import { type ChangeEvent, type RefObject, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { type ImportedArticle, readWordFile } from "#components/admin/word-upload.ts";

const ImportReport = dynamic(() => import("#components/admin/import-report.tsx").then((module) => module.ImportReport));

export type TakeArticle = (article: ImportedArticle, how: { replace: boolean; source: boolean }) => void;

type Props = {
  /** Whatever is dropped here as a .docx is read. */
  area: RefObject<HTMLElement | null>;
  hasText: () => boolean;
  onTake: TakeArticle;
};

/** Takes a Word file by dialog or by dropping it, says how far the reading is, and shows what came of it before it is used. */
export function WordImport({ area, hasText, onTake }: Props) {
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<string>();
  const [article, setArticle] = useState<ImportedArticle>();
  const field = useRef<HTMLInputElement>(null);

  async function read(file: File) {
    setError(undefined);
    setShare(0);
    try {
      setArticle(await readWordFile(file, setShare));
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
    }
    setShare(undefined);
  }
  useDroppedWord(area, (file) => void read(file));

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file) void read(file);
  };
  const take: TakeArticle = (taken, how) => {
    onTake(taken, how);
    setArticle(undefined);
  };

  return (
    <div className="word-import">
      <button
        type="button"
        className="btn alt"
        onClick={() => field.current?.click()}
        aria-disabled={share !== undefined || undefined}
        aria-busy={share !== undefined || undefined}
      >
        Đưa tệp Word lên
      </button>
      <span className="hint">Hoặc kéo thả tệp .docx vào bất cứ chỗ nào trên trang này.</span>
      <input
        ref={field}
        type="file"
        accept=".docx,.doc"
        hidden
        aria-label="Tệp Word"
        onChange={choose}
        onInput={keepFromForm}
      />
      <div role="status">
        {share !== undefined && (
          <p>
            <progress value={share} aria-label="Đang đọc tệp Word" /> Đang đọc tệp Word…
          </p>
        )}
        {error && (
          <p className="note hot">
            <b>Lỗi:</b> {error}
          </p>
        )}
      </div>
      {article && (
        <ImportReport article={article} hasText={hasText()} onTake={take} onClose={() => setArticle(undefined)} />
      )}
    </div>
  );
}

/** Choosing a file is no typing. */
const keepFromForm = (event: SyntheticEvent) => event.stopPropagation();

const WORD = /\.docx?$/i;

/** Other files go their own way: pictures to the text. */
function useDroppedWord(area: RefObject<HTMLElement | null>, read: (file: File) => void) {
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const drop = (event: DragEvent) => {
      const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => WORD.test(name));
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(file);
    };
    element.addEventListener("drop", drop, true);
    return () => element.removeEventListener("drop", drop, true);
  }, [area]);
}
