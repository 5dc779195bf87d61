"use client";

import { useRef, useState } from "react";

/** An address to be copied, by a button or by hand. */
export function CopyAddress({ address }: { address: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    field.current?.select();
    void navigator.clipboard?.writeText(address).then(() => setCopied(true));
  };

  return (
    <div className="field">
      <label htmlFor="dia-chi-tep">Địa chỉ của tệp</label>
      <p className="hint" id="dia-chi-tep-goi-y">
        Chép rồi dán vào ô “Địa chỉ liên kết” khi viết bài.
      </p>
      <p className="row">
        <input ref={field} id="dia-chi-tep" readOnly value={address} aria-describedby="dia-chi-tep-goi-y" />
        <button type="button" className="btn alt" onClick={copy}>
          Chép địa chỉ
        </button>
        <span role="status">{isCopied && "Đã chép."}</span>
      </p>
    </div>
  );
}
