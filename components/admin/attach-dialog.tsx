"use client";

import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { ATTACHED, type Attachment, describeFile } from "#components/admin/attachment.ts";
import { openAtHeading } from "#components/admin/open-dialog.ts";

type File = Attachment & { id: string };
type Props = { onFiles: (files: globalThis.File[]) => void; onPick: (file: Attachment) => void; onClose: () => void };

/** Asks which file: one of this machine, or one that is in the library already. */
export function AttachDialog({ onFiles, onPick, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => openAtHeading(dialog.current), []);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    onClose();
  };
  const pick = (file: Attachment) => {
    onPick(file);
    onClose();
  };

  return (
    <dialog ref={dialog} aria-labelledby="dinh-kem" onClose={onClose} onInput={(event) => event.stopPropagation()}>
      <h2 id="dinh-kem" tabIndex={-1}>
        Đính kèm tệp
      </h2>
      <p className="field">
        <label htmlFor="tep-dinh-kem">Tệp từ máy của bạn</label>
        <span className="hint" id="tep-dinh-kem-goi-y">
          PDF, Word, Excel, PowerPoint, mỗi tệp không quá 25 MB. Ví dụ: Kế hoạch quý IV.pdf
        </span>
        <input
          id="tep-dinh-kem"
          type="file"
          multiple
          accept={ATTACHED}
          aria-describedby="tep-dinh-kem-goi-y"
          onChange={choose}
        />
      </p>
      <Library onPick={pick} />
      <p className="row">
        <button type="button" className="btn alt" onClick={onClose}>
          Thôi
        </button>
      </p>
    </dialog>
  );
}

/** Files that are in the library, the newest, or those whose names hold the words. */
function Library({ onPick }: { onPick: (file: Attachment) => void }) {
  const [words, setWords] = useState("");
  const files = useFiles(words);
  const keepFromForm = (event: KeyboardEvent) => {
    if (event.key === "Enter") event.preventDefault(); // or the whole article would be sent
  };

  return (
    <>
      <p className="field">
        <label htmlFor="tim-tep">Hoặc tệp đã có trong kho</label>
        <span className="hint" id="tim-tep-goi-y">
          Gõ tên tệp để tìm, có dấu hay không đều được. Ví dụ: ke hoach quy
        </span>
        <input
          id="tim-tep"
          type="search"
          autoComplete="off"
          aria-describedby="tim-tep-goi-y"
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={keepFromForm}
        />
      </p>
      <div role="status">
        {files === undefined && <p>Đang tìm…</p>}
        {files === null && <p className="note hot">Chưa đọc được kho tệp. Hãy kiểm tra mạng rồi thử lại.</p>}
        {files?.length === 0 && <p>Không có tệp PDF hay tệp văn phòng nào tên như vậy.</p>}
      </div>
      <ul className="choices">
        {files?.map((file) => (
          <li key={file.id}>
            <button type="button" className="link" onClick={() => onPick(file)}>
              {file.name}
            </button>{" "}
            <small>{describeFile(file)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

const A_PAUSE = 300;

/** Undefined while they are looked for, null when they cannot be had. */
function useFiles(words: string) {
  const [files, setFiles] = useState<File[] | null>();
  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(
      async () => {
        try {
          const answer = await fetch(`/quan-tri/tep/tai-lieu?${new URLSearchParams({ q: words })}`, control);
          setFiles(answer.ok ? await answer.json() : null);
        } catch {
          if (!control.signal.aborted) setFiles(null);
        }
      },
      words ? A_PAUSE : 0,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [words]);
  return files;
}
