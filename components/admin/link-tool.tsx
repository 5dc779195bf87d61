"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";

/** The button and the small window in which a link's address is written. */
export function LinkTool({ editor }: { editor: Editor }) {
  const isOn = useEditorState({ editor, selector: ({ editor: current }) => current.isActive("link") });
  const dialog = useRef<HTMLDialogElement>(null);
  const address = useRef<HTMLInputElement>(null);

  /** Each time with the address of the link at the cursor: not of the one before, and not what was typed and left. */
  const open = useCallback(() => {
    if (address.current) address.current.value = editor.getAttributes("link")["href"] ?? "";
    dialog.current?.showModal();
  }, [editor]);
  useEffect(() => {
    const openByKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k" || !editor.isFocused) return;
      event.preventDefault();
      open();
    };
    window.addEventListener("keydown", openByKey);
    return () => window.removeEventListener("keydown", openByKey);
  }, [editor, open]);

  const close = () => {
    dialog.current?.close();
    editor.commands.focus();
  };
  const apply = () => {
    const href = address.current?.value.trim();
    const chain = editor.chain().focus().extendMarkRange("link");
    if (href) chain.setLink({ href: withScheme(href) }).run();
    else chain.unsetLink().run();
    close();
  };
  const applyOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // or the whole article would be sent
    apply();
  };

  return (
    <span>
      <button type="button" title="Liên kết (Ctrl+K)" aria-label="Liên kết (Ctrl+K)" aria-pressed={isOn} onClick={open}>
        <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1" />
        </svg>
      </button>
      <dialog ref={dialog} aria-labelledby="lien-ket" onInput={(event) => event.stopPropagation()}>
        <div className="field">
          <label htmlFor="lien-ket-toi" id="lien-ket">
            Địa chỉ liên kết
          </label>
          <p className="hint" id="lien-ket-goi-y">
            Ví dụ: https://dongha.quangtri.gov.vn hoặc /bai-viet/ten-bai. Để trống thì bỏ liên kết.
          </p>
          <input ref={address} id="lien-ket-toi" aria-describedby="lien-ket-goi-y" onKeyDown={applyOnEnter} />
        </div>
        <p className="row">
          <button type="button" className="btn" onClick={apply}>
            Đặt liên kết
          </button>
          <button type="button" className="btn alt" onClick={close}>
            Thôi
          </button>
        </p>
      </dialog>
    </span>
  );
}

/** People type addresses as they say them. */
function withScheme(href: string) {
  if (/^([a-z]+:|\/|#)/i.test(href)) return href;
  return href.includes("@") ? `mailto:${href}` : `https://${href}`;
}
