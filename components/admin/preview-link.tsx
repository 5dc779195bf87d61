"use client";

import { useState, useTransition } from "react";
import { askToSignIn } from "#components/admin/session-end.ts";
import type { FormState } from "#lib/form-state.ts";

/** What came of making or ending links: the address is shown once. */
export type PreviewLinkState = FormState & { path?: string };
export type PreviewLinkAction = (articleId: number, what: "make" | "revoke") => Promise<PreviewLinkState>;

const ACTS = [
  ["make", "Tạo đường dẫn xem thử"],
  ["revoke", "Hủy mọi đường dẫn"],
] as const;

type Props = { articleId: number; action: PreviewLinkAction };

/** A link for people without an account, to read the newest saved revision. */
export function PreviewLink({ articleId, action }: Props) {
  const [state, setState] = useState<PreviewLinkState>({});
  const [pending, start] = useTransition();
  const run = (what: "make" | "revoke") =>
    start(async () => {
      const next = await action(articleId, what);
      if (next.refused === "unauthenticated") void askToSignIn();
      setState(next);
    });

  return (
    <details>
      <summary>Gửi cho người không có tài khoản</summary>
      <p className="hint">
        Ai có đường dẫn đều đọc được bản đã lưu mới nhất, trong 7 ngày. Máy tìm kiếm không thấy trang này.
      </p>
      <p className="row">
        {ACTS.map(([act, label]) => (
          <button
            key={act}
            type="button"
            className="btn alt"
            aria-disabled={pending || undefined}
            aria-busy={pending || undefined}
            onClick={() => run(act)}
          >
            {label}
          </button>
        ))}
      </p>
      <div role="status">
        {state.path && (
          <p className="field">
            <label htmlFor="duong-dan-xem-thu">Chép đường dẫn này gửi đi</label>
            <input id="duong-dan-xem-thu" readOnly value={new URL(state.path, window.location.href).href} />
          </p>
        )}
        {state.done && <p className="note">{state.done}</p>}
        {state.error && <p className="note hot">{state.error}</p>}
      </div>
    </details>
  );
}
