import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { BrokenLinks } from "#components/admin/broken-links.tsx";
import { Tasks } from "#components/admin/tasks.tsx";
import type { TaskGroup } from "#lib/articles/tasks.ts";

const at = new Date("2026-11-24T03:00:00Z");
const hours = { updatedAt: at, publishedAt: null, scheduledFor: at, unpublishAt: null, approvalOwedSince: null };
const task: TaskGroup["tasks"][number] = {
  ...{ id: 1, version: 1, title: "Chi bộ 1 họp", category: "Tin", author: "An", liveNumber: null, ...hours },
  ...{ stage: "submitted", liveRevisionId: null, headRevisionId: 1, wasLive: false, isApprovalOwed: false },
  ...{ isOverdue: false, isEndOverdue: false, seen: "unseen", work: "submitted", step: undefined, reasons: [] },
};

test.each([
  ["overdue", "overdue"],
  ["returned", "returned"],
  ["toApprove", "toApprove"],
  ["awaiting", "awaiting"],
  ["scheduled", "scheduled"],
  ["stale", "stale"],
] as const)("a group of more than are shown leads to the list of all of them: %s", (kind, state) => {
  const group = (count: number): TaskGroup => ({ kind, count, tasks: [task] });
  const markup = (count: number) => renderToStaticMarkup(<Tasks group={group(count)} canPublish />);
  expect(markup(2)).toContain(`href="/quan-tri/bai-viet?trang-thai=${state}"`);
  expect(markup(1)).not.toContain("Xem tất cả");
});

test("of many broken links the rest is folded away, not left out", () => {
  const links = Array.from({ length: 12 }, (_, index) => ({
    ...{ articleId: index + 1, title: `Bài ${index + 1}`, address: `/bai-viet/mat-${index + 1}`, why: "Không còn." },
  }));
  const markup = renderToStaticMarkup(<BrokenLinks links={links} />);
  for (const { address } of links) expect(markup).toContain(`<span>${address}</span>`);
  expect(markup).toMatch(/<details><summary>Xem tất cả.*mat-11.*mat-12.*<\/details>/);
  expect(renderToStaticMarkup(<BrokenLinks links={links.slice(0, 10)} />)).not.toContain("Xem tất cả");
});
