"use client";

import type { ReactNode } from "react";
import type { EditedArticle } from "#components/admin/article-form.tsx";
import { TakeDown } from "#components/admin/take-down.tsx";

type Props = {
  article: EditedArticle | undefined;
  exists: boolean;
  rights: { edit: boolean; publish: boolean };
  isChanged: boolean;
  pending: boolean;
  children: ReactNode;
};

/** What the public sees, what is not saved yet, and the buttons that change either. */
export function ArticleStateLine({ article, exists, rights, isChanged, pending, children }: Props) {
  const live = article?.live;
  return (
    <div className="state">
      <div>
        <p>
          <b>{stateSentence(article, exists)}</b>
        </p>
        <p className="saved">
          <span>{savedSentence(pending, isChanged)}</span>
          {live && <a href={`/bai-viet/${article.slug}`}>Xem bài trên trang công khai</a>}
        </p>
        {children}
      </div>
      {rights.edit && (
        <div className="row">
          <button type="submit" className="btn alt" name="intent" value="save">
            Lưu nháp
          </button>
          {rights.publish && (
            <button type="submit" className="btn" name="intent" value="publish">
              {live ? "Đăng thay đổi" : "Đăng"}
            </button>
          )}
        </div>
      )}
      {live && rights.publish && <TakeDown />}
    </div>
  );
}

function stateSentence(article: EditedArticle | undefined, exists: boolean) {
  if (!article) return exists ? "Bản nháp · chưa đăng" : "Bài mới · chưa lưu";
  if (!article.live) return article.wasLive ? "Đã gỡ · công chúng không thấy bài này" : "Bản nháp · chưa đăng";
  const seen = `Công chúng đang xem bản số ${article.live.number}`;
  return article.number === article.live.number ? seen : `${seen} · có thay đổi chưa đăng`;
}

function savedSentence(pending: boolean, isChanged: boolean) {
  if (pending) return "Đang gửi…";
  return isChanged ? "Có chữ chưa lưu (Ctrl+S để lưu nháp)" : "Không có gì chưa lưu";
}
