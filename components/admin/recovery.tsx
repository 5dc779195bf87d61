"use client";

import { useEffect, useState } from "react";
import { type ArticleFields, saySame } from "#components/admin/article-fields.ts";
import type { Origin } from "#components/admin/autosave-page.ts";
import { Comparison } from "#components/admin/comparison.tsx";
import { type Copy, dropLocalCopy, listLocalCopies } from "#components/admin/local-copies.ts";
import { showMoment } from "#lib/time.ts";

type Props = {
  origin: Origin;
  /** Kept by the server. */
  copies: Copy[];
  opened: ArticleFields;
  onTake: (copy: Copy) => Promise<void>;
};

/** Offers text that earlier visits left unsaved: after a closed tab, a lost connection, a crash. */
export function Recovery({ origin, copies, opened, onTake }: Props) {
  const [left, setLeft] = useState<Copy[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was left is looked up once, when the page opens
  useEffect(() => {
    void listLocalCopies(origin).then((here) => {
      setLeft(newestOfEach([...copies, ...here]).filter(({ fields }) => !saySame(fields, opened)));
    });
  }, []);
  if (left.length === 0) return null;

  const settle = (copy: Copy) => setLeft(left.filter((other) => other !== copy));
  const take = (copy: Copy) => {
    settle(copy);
    void onTake(copy);
  };
  const drop = (copy: Copy) => {
    settle(copy);
    dropCopy(copy);
  };
  return (
    <section className="note recovery" aria-labelledby="chu-con-lai">
      <h2 id="chu-con-lai">Lần trước bạn còn chữ chưa lưu thành bản</h2>
      {left.map((copy, at) => (
        <Left
          key={copy.sitting}
          copy={copy}
          opened={opened}
          isOlder={copy.base !== origin.base}
          isFirst={at === 0}
          onTake={() => take(copy)}
          onDrop={() => drop(copy)}
        />
      ))}
    </section>
  );
}

type LeftProps = {
  copy: Copy;
  opened: ArticleFields;
  /** The article was saved since: taking this text would undo what was mended then. */
  isOlder: boolean;
  isFirst: boolean;
  onTake: () => void;
  onDrop: () => void;
};

function Left({ copy, opened, isOlder, isFirst, onTake, onDrop }: LeftProps) {
  const [isCompared, setCompared] = useState(isOlder);
  return (
    <div className="left">
      <p>
        {copy.fields.title && <b>{copy.fields.title}</b>} Giữ lúc {showMoment(new Date(copy.savedAt))}.
        {isOlder && " Từ đó đến nay bài đã có bản mới hơn: lấy lại chữ này thì mất những chỗ bản mới đã sửa."}
      </p>
      <details open={isOlder} onToggle={(event) => setCompared(event.currentTarget.open)}>
        <summary>Xem khác gì với bản đang mở</summary>
        {isCompared && <Comparison before={opened} after={copy.fields} />}
      </details>
      <p className="row">
        <button type="button" className={isFirst && !isOlder ? "btn" : "btn alt"} onClick={onTake}>
          Lấy lại chữ này
        </button>
        <button type="button" className="btn alt" onClick={onDrop}>
          Bỏ đi
        </button>
      </p>
    </div>
  );
}

/** A page that crashed may have left its text here and at the server: the later of the two counts. Newest first. */
function newestOfEach(copies: Copy[]) {
  const latest = new Map<string, Copy>();
  for (const copy of copies)
    if (copy.sequence > (latest.get(copy.sitting)?.sequence ?? 0)) latest.set(copy.sitting, copy);
  return [...latest.values()].sort((one, other) => Date.parse(other.savedAt) - Date.parse(one.savedAt));
}

/** Gives a copy up wherever it is. One that could not be dropped is offered again: no harm. */
export function dropCopy({ sitting }: Copy) {
  void dropLocalCopy(sitting);
  void fetch("/quan-tri/bai-viet/ban-dang-sua/bo", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ sitting }),
  }).catch(() => {});
}
