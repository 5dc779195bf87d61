import type { UserActor } from "#lib/actor.ts";
import { approveArticle, publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { archiveArticle, returnArticle, submitArticle, unarchiveArticle } from "#lib/articles/review.ts";
import { scheduleArticle, setEnd, unscheduleArticle } from "#lib/articles/scheduling.ts";
import type { FormState } from "#lib/form-state.ts";

type Input = Record<string, unknown>;
type Button = (actor: UserActor, input: Input) => Promise<FormState>;
type Verb = (actor: UserActor, input: Input) => Promise<{ id: number; version: number }>;

const told =
  (verb: Verb, done: string): Button =>
  async (actor, input) => {
    const { id, version } = await verb(actor, input);
    return { done, article: { id, version } };
  };

const SCHEDULED = "Đã hẹn giờ. Đúng phút đó bản này được đăng, không cần ai có mặt.";

/** The button of that name among these; what is no name of theirs is none. */
const pick = (buttons: Record<string, Button>) => (intent: unknown) =>
  typeof intent === "string" && Object.hasOwn(buttons, intent) ? buttons[intent] : undefined;

/** Buttons that first save what is on the page. */
export const afterSaving = pick({
  submit: told(submitArticle, "Đã gửi duyệt. Người duyệt thấy bài trong danh sách “Chờ duyệt”."),
  schedule: told(scheduleArticle, SCHEDULED),
  "schedule-later": told((actor, input) => scheduleArticle(actor, { ...input, approval: "later" }), SCHEDULED),
  publish: told(publishArticle, "Đã duyệt và đăng. Công chúng đang xem bản này."),
  "publish-now": async (actor, input) => {
    const { id, version, isOwed } = await publishArticle(actor, { ...input, approval: "later" });
    const owed = isOwed ? " Bạn viết bản này nên bài còn chờ người khác duyệt." : "";
    return { done: `Đã đăng. Công chúng đang xem bản này.${owed}`, article: { id, version } };
  },
});

/** Buttons that leave the text as it is. */
export const withoutSaving = pick({
  return: told(returnArticle, "Đã trả lại. Người viết thấy lời của bạn khi mở bài."),
  approve: told(approveArticle, "Đã duyệt bản đang đăng."),
  unschedule: told(unscheduleArticle, "Đã bỏ hẹn giờ đăng."),
  "set-end": told(setEnd, "Đã lưu giờ gỡ."),
  "take-down": told(takeDownArticle, "Đã gỡ bài. Người đọc không còn thấy bài này."),
  archive: told(archiveArticle, "Đã đưa bài vào lưu trữ."),
  unarchive: told(unarchiveArticle, "Đã đưa bài ra khỏi lưu trữ."),
});
