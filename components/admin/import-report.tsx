"use client";

import { useEffect, useRef, useState } from "react";
import { openAtHeading } from "#components/admin/open-dialog.ts";
import type { TakeArticle } from "#components/admin/word-import.tsx";
import type { ImportedArticle } from "#components/admin/word-upload.ts";

type Props = { article: ImportedArticle; hasText: boolean; onTake: TakeArticle; onClose: () => void };

/** What reading a Word file kept, changed and dropped, and what its heading block says; then the article is taken or left. */
export function ImportReport({ article, hasText, onTake, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [source, setSource] = useState(true);
  useEffect(() => openAtHeading(dialog.current), []);
  const { report, headingBlock, warnings } = article;

  return (
    <dialog
      ref={dialog}
      className="wide"
      aria-labelledby="bao-cao-word"
      onClose={onClose}
      onInput={(event) => event.stopPropagation()}
    >
      <h2 id="bao-cao-word" tabIndex={-1}>
        Đã đọc tệp Word
      </h2>
      {warnings.map((warning) => (
        <p key={warning} className="note hot">
          {warning}
        </p>
      ))}
      <Items title="Đã giữ" items={report.kept} />
      <Items title="Đã đổi, hãy đọc lại" items={report.changed} />
      <Items title="Đã bỏ" items={report.dropped} />
      {headingBlock && (
        <>
          <HeadingBlockFacts block={headingBlock} />
          <label className="tick">
            <input type="checkbox" checked={source} onChange={(event) => setSource(event.target.checked)} />
            <span>Ghi nguồn (số, ngày, nơi ban hành, người ký) thành một dòng ở cuối bài</span>
          </label>
        </>
      )}
      <p className="row">
        <button type="button" className="btn" onClick={() => onTake(article, { replace: true, source })}>
          {hasText ? "Thay chữ đang có bằng tệp này" : "Dùng nội dung này"}
        </button>
        {hasText && (
          <button type="button" className="btn alt" onClick={() => onTake(article, { replace: false, source })}>
            Chèn vào chỗ con trỏ
          </button>
        )}
        <button type="button" className="btn alt" onClick={onClose}>
          Thôi
        </button>
      </p>
    </dialog>
  );
}

/** A wrong guess of an old font's letters shows at a glance, before the text is used. */
const CONVERTED = ["tcvn3", "vni"];

type Item = ImportedArticle["report"]["kept"][number];

const Items = ({ title, items }: { title: string; items: Item[] }) =>
  items.length > 0 && (
    <section>
      <h3>{title}</h3>
      <ul>
        {items.map(({ what, sentence, places }) => (
          <li key={what}>
            {sentence}
            {places.length > 0 && (
              <details open={CONVERTED.includes(what)}>
                <summary>Xem chỗ nào</summary>
                <ul>
                  {places.map((place) => (
                    <li key={place}>“{place}”</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

type Block = NonNullable<ImportedArticle["headingBlock"]>;

const LABELS: [keyof Block, string][] = [
  ["superior", "Cơ quan cấp trên"],
  ["organ", "Cơ quan ban hành"],
  ["number", "Số, ký hiệu"],
  ["place", "Nơi ban hành"],
  ["date", "Ngày ban hành"],
  ["type", "Loại văn bản"],
  ["title", "Trích yếu"],
  ["signerTitle", "Chức vụ người ký"],
  ["signer", "Người ký"],
  ["recipients", "Nơi nhận"],
];

/** A day as people write it; what stands on several lines in one. */
const factOf = (block: Block, key: keyof Block) =>
  key === "date" ? block.date.split("-").reverse().join("/") : [block[key]].flat().join("; ");

const HeadingBlockFacts = ({ block }: { block: Block }) => (
  <section>
    <h3>Phần đầu văn bản đã tách khỏi thân bài</h3>
    <dl className="pairs">
      {LABELS.map(([key, label]) => [label, factOf(block, key)] as const)
        .filter(([, value]) => value !== "")
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  </section>
);
