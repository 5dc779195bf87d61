"use client";

import { useState } from "react";
import type { Autosave } from "#components/admin/autosave.ts";
import type { SaveState } from "#components/admin/autosave-page.ts";
import { KeyHelp } from "#components/admin/key-help.tsx";
import { PreviewLink, type PreviewLinkAction } from "#components/admin/preview-link.tsx";
import { PreviewPane } from "#components/admin/preview-pane.tsx";

type Props = {
  articleId: number | undefined;
  autosave: Autosave;
  saving: SaveState;
  linkAction: PreviewLinkAction;
};

/** What can be done with the text besides saving it: see it as readers do, take it as a Word file, print it, show it around. */
export function ArticleTools({ articleId, autosave, saving, linkAction }: Props) {
  const [open, setOpen] = useState(false);
  const toggle = () => {
    if (!open) void autosave.check();
    setOpen(!open);
  };

  return (
    <section className="box" aria-labelledby="xem-va-tai">
      <h2 id="xem-va-tai">Xem và tải về</h2>
      <p className="row">
        <button type="button" className="btn alt" aria-expanded={open} onClick={toggle}>
          {open ? "Đóng xem trước" : "Xem trước"}
        </button>
        {articleId && (
          <>
            <a className="btn alt" href={`/quan-tri/bai-viet/tep-word/${articleId}`} download>
              Tải tệp Word
            </a>
            <a className="btn alt" href={`/quan-tri/xem-truoc/bai/${articleId}`} target="_blank" rel="noopener">
              Bản in
            </a>
          </>
        )}
      </p>
      {articleId && <PreviewLink articleId={articleId} action={linkAction} />}
      <KeyHelp />
      {open && <PreviewPane sitting={autosave.sitting()} savedAt={saving.kind === "saved" ? saving.at : ""} />}
    </section>
  );
}
