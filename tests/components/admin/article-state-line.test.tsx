import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { EditedArticle } from "#components/admin/article-form.tsx";
import { ArticleStateLine } from "#components/admin/article-state-line.tsx";

const ARTICLE: EditedArticle = {
  ...{ id: 1, version: 1, base: 1, number: 4, slug: "chi-bo-1-hop", live: { id: 1, number: 4 }, state: "live" },
  ...{ isApprovalOwed: false, scheduledFor: null, unpublishAt: null, isOverdue: false, isEndOverdue: false },
  returned: undefined,
};
const RIGHTS = { edit: true, publish: true, moves: [], closed: [], approves: false };

const shown = (change: Partial<EditedArticle>) =>
  renderToStaticMarkup(
    <ArticleStateLine article={{ ...ARTICLE, ...change }} exists rights={RIGHTS} toMend={0}>
      Không có gì chưa lưu
    </ArticleStateLine>,
  );

test("an article being changed says both what the public sees and that there is more", () => {
  expect(shown({})).toContain("<b>Công chúng đang xem bản số 4</b>");
  expect(shown({ state: "changed" })).toContain("<b>Công chúng đang xem bản số 4 · có thay đổi chưa đăng</b>");
});

test("an hour that has passed is in red, be it to appear or to go; one that is still ahead is not", () => {
  const unpublishAt = new Date("2026-11-24T03:00:00Z");
  expect(shown({ unpublishAt })).not.toContain('class="late"');
  expect(shown({ unpublishAt, isEndOverdue: true })).toMatch(/class="late">Quá giờ hẹn gỡ/);
  expect(shown({ scheduledFor: unpublishAt, isOverdue: true })).toMatch(/class="late">Quá giờ hẹn mà chưa đăng/);
});
