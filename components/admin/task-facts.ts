import type { TaskGroup } from "#lib/articles/tasks.ts";
import { showDate, showMoment, showSpan, showWeekday } from "#lib/time.ts";

type Task = TaskGroup["tasks"][number];
type Kind = TaskGroup["kind"];

const A_DAY = 24 * 3600_000;

/** What stands under a title on the dashboard: who did what to it last, and when. */
export const taskFacts = (kind: Kind, task: Task) => [FACTS[kind](task), task.category];

const FACTS: Record<Kind, (task: Task) => string> = {
  overdue: ({ isOverdue, scheduledFor, unpublishAt }) =>
    isOverdue ? `Hẹn đăng ${hourOf(scheduledFor)}` : `Hẹn gỡ ${hourOf(unpublishAt)}`,
  returned: ({ step }) => `${step?.by ?? "Người duyệt"} trả lại lúc ${hourOf(step?.at)}`,
  toApprove: sinceWhen,
  awaiting: sinceWhen,
  scheduled: ({ scheduledFor }) => (scheduledFor ? `Hẹn ${clock(scheduledFor)}, ${showWeekday(scheduledFor)}` : ""),
  drafts: ({ updatedAt }) => `Lưu lúc ${showMoment(updatedAt)}`,
  stale: ({ updatedAt }) => `Hơn một năm chưa sửa, lần cuối ${showDate(updatedAt)}`,
};

const hourOf = (at: Date | null | undefined) => (at ? showMoment(at) : "");
const clock = (at: Date) => showMoment(at).split(",")[0];

function sinceWhen({ work, step, approvalOwedSince }: Task) {
  if (work === "submitted") return `${step?.by ?? "Chương trình"} gửi lúc ${hourOf(step?.at)}`;
  return `Đã đăng ngay, chờ duyệt từ ${hourOf(approvalOwedSince)}`;
}

/** What is late about it, in red: an hour that was not kept and why, an approval that nobody gives. */
export function lateSentences(kind: Kind, { reasons, ...task }: Task, now = Date.now()) {
  const span = (since: Date) => showSpan(now - since.getTime());
  if (kind === "overdue")
    return [
      task.isOverdue && task.scheduledFor && `Quá giờ hẹn đăng ${span(task.scheduledFor)}. ${reasons.join(" ")}`,
      task.isEndOverdue && task.unpublishAt && `Quá giờ hẹn gỡ ${span(task.unpublishAt)}. Công chúng vẫn đang xem bài.`,
    ].filter((sentence) => typeof sentence === "string");
  const since = task.approvalOwedSince;
  const isOld = since !== null && now - since.getTime() >= A_DAY;
  return isOld && (kind === "toApprove" || kind === "awaiting") ? [`Đã đăng ${span(since)}, chưa ai duyệt`] : [];
}
