"use client";

import { useState } from "react";
import type { Autosave } from "#components/admin/autosave.ts";
import type { SaveState } from "#components/admin/autosave-page.ts";
import { KeyHelp } from "#components/admin/key-help.tsx";
import { PreviewLink, type PreviewLinkAction } from "#components/admin/preview-link.tsx";
import { PreviewPane } from "#components/admin/preview-pane.tsx";

type Props = {
  articleId: number | undefined;
  /** Who may only read sees the saved text: there is nothing of theirs to save first, and no link of theirs to give. */
  canEdit: boolean;
  autosave: Autosave;
  saving: SaveState;
  linkAction: PreviewLinkAction;
};

/** What can be done with the text besides saving it: see it as readers do, take it as a Word file, print it, show it around. */
export function ArticleTools({ articleId, canEdit, autosave, saving, linkAction }: Props) {
  const [open, setOpen] = useState(false);
  const toggle = () => {
    if (!open && canEdit) void autosave.check();
    setOpen(!open);
  };
  const saved = `/quan-tri/xem-truoc/bai/${articleId}`;

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
            <a className="btn alt" href={saved} target="_blank" rel="noopener">
              Bản in
            </a>
          </>
        )}
      </p>
      {articleId && canEdit && <PreviewLink articleId={articleId} action={linkAction} />}
      <KeyHelp />
      {open && !canEdit && <PreviewPane address={saved} savedAt="already" />}
      {open && canEdit && (
        <PreviewPane
          address={`/quan-tri/xem-truoc/dang-sua/${autosave.sitting()}`}
          savedAt={saving.kind === "saved" ? saving.at : ""}
        />
      )}
    </section>
  );
}
