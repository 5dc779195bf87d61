import type { LockedPoll } from "#lib/polls/locked.ts";
import { isSameSecond } from "#lib/polls/policy.ts";
import type { settingsRow } from "#lib/polls/rows.ts";
import { showSecond } from "#lib/time.ts";

// What the public log says beside its sentences (events.ts).

export const closingNote = (closesAt: Date | null) =>
  closesAt ? `Đóng lúc ${showSecond(closesAt)}.` : "Chưa hẹn giờ đóng.";

export const periodNote = ({ opensAt, closesAt }: { opensAt: Date; closesAt: Date | null }) =>
  `Mở lúc ${showSecond(opensAt)}. ${closingNote(closesAt)}`;

/** Which of the things that matter to a voter were changed. */
export function changeNote(poll: LockedPoll, wanted: { question: string; options: string[]; maxChoices: number }) {
  const changed = [
    poll.question !== wanted.question && "câu hỏi",
    poll.options.map(({ label }) => label).join("\n") !== wanted.options.join("\n") && "các ý",
    poll.maxChoices !== wanted.maxChoices && "số ý được chọn",
  ].filter(Boolean);
  return changed.length > 0 ? `Đã đổi ${changed.join(", ")}. ` : "";
}

const RESULTS = { always: "ngay từ đầu", after_vote: "sau khi bỏ phiếu", after_close: "sau khi đóng" };

/** Which of the settings were changed, and to what. */
export function settingsNote(poll: LockedPoll, wanted: Awaited<ReturnType<typeof settingsRow>>) {
  const comments = wanted.commentsAllowed ? "Cho ghi thêm ý kiến." : "Thôi nhận thêm ý kiến.";
  const notes = [
    !isSameSecond(poll.closesAt, wanted.closesAt) && closingNote(wanted.closesAt),
    poll.results !== wanted.results && `Kết quả xem được ${RESULTS[wanted.results]}.`,
    poll.commentsAllowed !== wanted.commentsAllowed && comments,
    placesOf(poll) !== placesOf(wanted) && "Đặt ở nơi khác.",
  ].filter(Boolean);
  return notes.length > 0 ? notes.join(" ") : "Mọi thứ như trước.";
}

type Places = { placement: string; categoryIds: number[]; articleIds: number[] };

const placesOf = ({ placement, categoryIds, articleIds }: Places) =>
  JSON.stringify([placement, ...[categoryIds, articleIds].map((ids) => ids.toSorted((a, b) => a - b))]);
