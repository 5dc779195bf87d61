import { startOfDay } from "#lib/time.ts";

export type Stage = "draft" | "submitted" | "returned" | "scheduled" | "archived";

/** Two facts of one article: how far its newest revision is on its way, and what readers see. */
export type Standing = {
  stage: Stage;
  liveRevisionId: number | null;
  headRevisionId: number;
  wasLive: boolean;
  isApprovalOwed: boolean;
};

export type Move =
  | "save"
  | "submit"
  | "return"
  | "schedule"
  | "unschedule"
  | "publish"
  | "approve"
  | "setEnd"
  | "takeDown"
  | "archive"
  | "unarchive";

type Rule = {
  from: readonly Stage[];
  /** The stage afterwards; without one it stays as it was. */
  to?: Stage;
  /** Whether readers must, or must not, see the article; without one it does not matter. */
  live?: boolean;
  /** Asked for an approval that is owed. */
  owed?: true;
  /** There must be something that readers do not see yet. */
  fresh?: true;
};

/** Every move there is, and from where. Only `publish` shows readers something new, only `takeDown` takes something away. */
export const MOVES: Record<Move, Rule> = {
  save: { from: ["draft", "submitted", "returned", "scheduled"] },
  submit: { from: ["draft", "returned"], to: "submitted", fresh: true },
  return: { from: ["submitted"], to: "returned" },
  schedule: { from: ["draft", "submitted", "returned", "scheduled"], to: "scheduled", fresh: true },
  unschedule: { from: ["scheduled"], to: "draft" },
  publish: { from: ["draft", "submitted", "returned", "scheduled"], to: "draft", fresh: true },
  approve: { from: ["draft", "submitted", "returned", "scheduled"], live: true, owed: true },
  setEnd: { from: ["draft", "submitted", "returned", "scheduled"] },
  takeDown: { from: ["draft", "submitted", "returned", "scheduled"], live: true },
  archive: { from: ["draft", "returned"], to: "archived", live: false },
  unarchive: { from: ["archived"], to: "draft" },
};

const DONE: Record<Move, string> = {
  save: "lưu",
  submit: "gửi duyệt",
  return: "trả lại",
  schedule: "hẹn giờ",
  unschedule: "bỏ hẹn giờ",
  publish: "đăng",
  approve: "duyệt",
  setEnd: "hẹn giờ gỡ",
  takeDown: "gỡ",
  archive: "đưa vào lưu trữ",
  unarchive: "đưa ra khỏi lưu trữ",
};

const WHERE: Record<Stage, string> = {
  draft: "đang là bản nháp",
  submitted: "đang chờ duyệt",
  returned: "đã bị trả lại",
  scheduled: "đang hẹn giờ đăng",
  archived: "đã lưu trữ. Hãy đưa bài ra khỏi lưu trữ trước",
};

const LIVE_STILL = "Bài đang đăng. Hãy gỡ bài trước khi lưu trữ.";
const SEEN_ALREADY = "Công chúng đang xem đúng bản này rồi.";

/** Why an article cannot make this move from where it stands, in sentences for whoever tries. */
export function reasonsNotToMove(move: Move, at: Standing) {
  const { from, live, owed, fresh } = MOVES[move];
  const isLive = at.liveRevisionId !== null;
  if (!from.includes(at.stage)) return [`Không ${DONE[move]} được: bài ${WHERE[at.stage]}.`];

  const reasons = [];
  if (live === true && !isLive) reasons.push("Bài này hiện không được đăng.");
  if (live === false && isLive) reasons.push(LIVE_STILL);
  if (fresh && at.liveRevisionId === at.headRevisionId) reasons.push(SEEN_ALREADY);
  if (owed && !at.isApprovalOwed) reasons.push("Bài này không chờ ai duyệt.");
  return reasons;
}

/** The same once what is on the screen is saved: then there is something that readers do not see yet. */
const reasonsAfterSaving = (move: Move, at: Standing) =>
  reasonsNotToMove(move, MOVES[move].fresh ? { ...at, headRevisionId: 0 } : at);

export const movesAfterSaving = (at: Standing) =>
  (Object.keys(MOVES) as Move[]).filter((move) => reasonsAfterSaving(move, at).length === 0);

/** Moves that people look for when they are closed, each with what stands in its way; not those that were made already. */
export const closedMoves = (at: Standing) =>
  LOOKED_FOR.filter((move) => MOVES[move].to !== at.stage)
    .map((move) => ({ move, reason: reasonsAfterSaving(move, at).join(" ") }))
    .filter(({ reason }) => reason);

const LOOKED_FOR = ["submit", "publish", "archive"] as const;

/** Where an article stands after a move. */
export const stageAfter = (move: Move, stage: Stage): Stage => MOVES[move].to ?? stage;

/** What a list says of each article: what readers see, and what there is that they do not see yet. */
export type Facts = { seen: "live" | "withdrawn" | "unseen"; work: "none" | "changed" | Stage };

export function factsOf({ stage, liveRevisionId, headRevisionId, wasLive }: Omit<Standing, "isApprovalOwed">): Facts {
  const isLive = liveRevisionId !== null;
  const seen = isLive ? "live" : wasLive ? "withdrawn" : "unseen";
  if (stage !== "draft" || !isLive) return { seen, work: stage };
  return { seen, work: liveRevisionId === headRevisionId ? "none" : "changed" };
}

export type State = Stage | "live" | "changed" | "withdrawn";

/** What the page on which an article is written calls it, beside what readers see. */
export function stateOf({ stage, liveRevisionId, headRevisionId, wasLive }: Omit<Standing, "isApprovalOwed">): State {
  if (stage !== "draft") return stage;
  if (liveRevisionId !== null) return liveRevisionId === headRevisionId ? "live" : "changed";
  return wasLive ? "withdrawn" : "draft";
}

type Content = { bodyText: string; bodyHtml: string; dateline: Date | null };

/** The instant that readers see as the date of a revision, or null when the committee gave none. */
export const datelineMoment = (dateline: Date | null) => dateline && startOfDay(dateline.toISOString().slice(0, 10));

/** Why a text is not fit to be read at that moment. */
export function reasonsNotToShow({ bodyText, bodyHtml, dateline }: Content, at: Date) {
  const reasons = [];
  if (!bodyText && !bodyHtml.includes("<img")) reasons.push("Bài chưa có nội dung.");
  const date = datelineMoment(dateline);
  if (date && date > at) reasons.push("Ngày bài còn ở phía trước. Hãy ghi ngày hôm nay hoặc để trống.");
  return reasons;
}

/** What the four eyes look at: who wrote which revision, and which was approved last. `authorId` is null for the program. */
export type Written = { approvedNumber: number; revisions: readonly { number: number; authorId: number | null }[] };

/** Four eyes: whoever wrote any of what has come since the last approved revision does not approve it, up to this number. */
export function reasonsNotToApprove(actorId: number | null, number: number, { approvedNumber, revisions }: Written) {
  const unapproved = revisions.filter((revision) => revision.number > approvedNumber && revision.number <= number);
  if (actorId === null || unapproved.every(({ authorId }) => authorId !== actorId)) return [];
  return [
    "Bạn đã viết hoặc sửa bản này nên không tự duyệt được. Hãy gửi duyệt để người khác xem, hoặc chọn “Đăng ngay, duyệt sau”.",
  ];
}

/** Minutes ahead only: a time that has passed is a slip of the hand. */
export function reasonsNotToSchedule(at: Date, until: Date | null, now: Date) {
  const reasons = [];
  if (at <= now) reasons.push("Giờ hẹn đã qua. Hãy chọn giờ khác, hoặc đăng ngay.");
  if (until && until < at) reasons.push("Giờ gỡ phải sau giờ đăng.");
  return reasons;
}
