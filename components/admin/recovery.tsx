"use client";

import { useEffect, useState } from "react";
import type { ArticleFields } from "#components/admin/article-fields.ts";
import type { Origin } from "#components/admin/autosave.ts";
import { Comparison, saySame } from "#components/admin/comparison.tsx";
import { type Copy, dropLocalCopy, listLocalCopies } from "#components/admin/local-copies.ts";
import { showMoment } from "#lib/time.ts";

type Props = {
  origin: Origin;
  /** Kept by the server. */
  copies: Copy[];
  opened: ArticleFields;
  onTake: (copy: Copy) => void;
};

/** Offers text that an earlier visit left unsaved: after a closed tab, a lost connection, a crash. */
export function Recovery({ origin, copies, opened, onTake }: Props) {
  const [found, setFound] = useState<Copy>();
  const { userId, articleId } = origin;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was left is looked up once, when the page opens
  useEffect(() => {
    const all = [...copies, ...listLocalCopies({ userId, articleId })];
    setFound(all.filter(({ fields }) => !saySame(fields, opened)).sort(newestFirst)[0]);
  }, []);
  if (!found) return null;

  const give = () => {
    onTake(found);
    setFound(undefined);
  };
  const drop = () => {
    dropLocalCopy(origin, found.sitting);
    void dropServerCopy(found.sitting);
    setFound(undefined);
  };
  return (
    <section className="note recovery" aria-labelledby="chu-con-lai">
      <h2 id="chu-con-lai">Lần trước bạn còn chữ chưa lưu thành bản</h2>
      <p>
        Giữ lúc {showMoment(new Date(found.savedAt))}
        {found.base !== origin.base && ". Từ đó đến nay bài đã được lưu bản mới hơn; hãy xem khác gì trước khi lấy lại"}
        .
      </p>
      <details>
        <summary>Xem khác gì với bản đang mở</summary>
        <Comparison before={opened} after={found.fields} />
      </details>
      <p className="row">
        <button type="button" className="btn" onClick={give}>
          Lấy lại chữ này
        </button>
        <button type="button" className="btn alt" onClick={drop}>
          Bỏ đi
        </button>
      </p>
    </section>
  );
}

const newestFirst = (one: Copy, other: Copy) => Date.parse(other.savedAt) - Date.parse(one.savedAt);

/** A copy that could not be dropped is offered again: no harm. */
export const dropServerCopy = (sitting: string) =>
  fetch("/quan-tri/bai-viet/ban-dang-sua/bo", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ sitting }),
  }).catch(() => {});
