import { startOfDay } from "#lib/time.ts";

type Publishable = { id: number; title: string; bodyText: string; bodyHtml: string; dateline: Date | null };

/** The instant that readers see as the date of a revision, or null when the committee gave none. */
export const datelineMoment = (dateline: Date | null) => dateline && startOfDay(dateline.toISOString().slice(0, 10));

/** Why a revision may not go live, in sentences for its editor. */
export function reasonsNotToPublish(head: Publishable, liveRevisionId: number | null, now: Date) {
  const reasons = [];
  if (head.id === liveRevisionId) reasons.push("Công chúng đang xem đúng bản này rồi.");
  if (!head.bodyText && !head.bodyHtml.includes("<img")) reasons.push("Bài chưa có nội dung.");
  const date = datelineMoment(head.dateline);
  if (date && date > now) reasons.push("Ngày bài còn ở phía trước. Hãy ghi ngày hôm nay hoặc để trống.");
  return reasons;
}
