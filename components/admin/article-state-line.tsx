"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { EditedArticle, Rights } from "#components/admin/article-form.tsx";
import { ArticleMoves, ToMend } from "#components/admin/article-moves.tsx";
import { showMoment } from "#lib/time.ts";

type Props = {
  article: EditedArticle | undefined;
  exists: boolean;
  rights: Rights;
  /** How many things stand in the way of publishing what is on the screen; 0 while that is not known. */
  toMend: number;
  children: ReactNode;
};

/** What the public sees, what is not saved yet, and the buttons that change either. */
export function ArticleStateLine({ article, exists, rights, toMend, children }: Props) {
  const returned = article?.returned;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => tellCover(line.current), []);

  return (
    <div ref={line} className="state">
      <div>
        <p>
          <b>{stateSentence(article, exists)}</b>
        </p>
        <div className="saved">
          {children}
          {toMend > 0 && rights.publish && <ToMend count={toMend} />}
          {article?.live && <a href={`/bai-viet/${article.slug}`}>Xem bài trên trang công khai</a>}
        </div>
        {article?.isOverdue && (
          <p className="note hot">
            <b className="late">Quá giờ hẹn mà chưa đăng được.</b> Hãy xem lại bài rồi đăng ngay, hoặc hẹn giờ khác.
          </p>
        )}
        {article?.isEndOverdue && (
          <p className="note hot">
            <b className="late">Quá giờ hẹn gỡ mà công chúng vẫn đang xem bài.</b> Hãy gỡ bài, hoặc đặt giờ gỡ khác.
          </p>
        )}
        {returned && (
          <p className="note hot">
            <b>{returned.user?.name ?? "Người duyệt"} trả lại</b> lúc {showMoment(returned.at)}: {returned.note}
          </p>
        )}
      </div>
      <ArticleMoves rights={rights} article={article} toMend={toMend} />
    </div>
  );
}

/** How much of the window's top the line covers while it sticks there: the toolbar sticks below it, and what is gone to is not hidden. */
function tellCover(line: HTMLElement | null) {
  if (!line) return;
  const { style } = document.documentElement;
  const watch = new ResizeObserver(() => {
    const isStuck = getComputedStyle(line).position === "sticky";
    style.setProperty("--covered", `${isStuck ? line.offsetHeight : 0}px`);
  });
  watch.observe(line);
  return () => {
    watch.disconnect();
    style.removeProperty("--covered");
  };
}

const UNSEEN: Partial<Record<EditedArticle["state"], string>> = {
  draft: "Bản nháp · chưa đăng",
  submitted: "Đang chờ duyệt · chưa đăng",
  returned: "Bị trả lại · chưa đăng",
  scheduled: "Chưa đăng",
  withdrawn: "Đã gỡ · công chúng không thấy bài này",
  archived: "Đã lưu trữ · công chúng không thấy bài này",
};

const CHANGES: Partial<Record<EditedArticle["state"], string>> = {
  changed: "có thay đổi chưa đăng",
  submitted: "thay đổi đang chờ duyệt",
  returned: "thay đổi bị trả lại",
};

function stateSentence(article: EditedArticle | undefined, exists: boolean) {
  if (!article) return exists ? "Bản nháp · chưa đăng" : "Bài mới · chưa lưu";
  const { live, state, isApprovalOwed, scheduledFor, unpublishAt } = article;
  const parts = live
    ? [`Công chúng đang xem bản số ${live.number}`, CHANGES[state], isApprovalOwed && "bản này chưa ai duyệt"]
    : [UNSEEN[state]];
  const hours = [
    scheduledFor && `hẹn đăng lúc ${showMoment(scheduledFor)}`,
    unpublishAt && `hẹn gỡ lúc ${showMoment(unpublishAt)}`,
  ];
  return [...parts, ...hours].filter(Boolean).join(" · ");
}
