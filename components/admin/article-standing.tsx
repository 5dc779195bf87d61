import { showMoment } from "#lib/time.ts";

export type Standing = {
  seen: "live" | "withdrawn" | "unseen";
  work: "none" | "changed" | "draft" | "submitted" | "returned" | "scheduled" | "archived";
  liveNumber: number | null;
  scheduledFor: Date | null;
  unpublishAt: Date | null;
  isOverdue: boolean;
  isEndOverdue: boolean;
  isApprovalOwed: boolean;
};

const SEEN = { live: "Đang đăng", withdrawn: "Đã gỡ", unseen: "Chưa đăng" };

const WORK: Record<Standing["work"], string> = {
  none: "Không có thay đổi chưa đăng",
  changed: "Có thay đổi chưa đăng",
  draft: "Bản nháp",
  submitted: "Chờ duyệt",
  returned: "Bị trả lại",
  scheduled: "Hẹn giờ đăng",
  archived: "Lưu trữ",
};
const CHANGES: Partial<typeof WORK> = {
  submitted: "Thay đổi chờ duyệt",
  returned: "Thay đổi bị trả lại",
  scheduled: "Thay đổi hẹn giờ đăng",
};

/** Two facts of an article: what readers see, and what there is that they do not see yet. */
export const StandingTags = ({ seen, work, liveNumber, isApprovalOwed }: Standing) => (
  <>
    <span className="tag" data-seen={seen}>
      {SEEN[seen]}
      {liveNumber !== null && ` bản số ${liveNumber}`}
    </span>
    <span className="tag" data-state={work}>
      {(seen === "live" && CHANGES[work]) || WORK[work]}
    </span>
    {isApprovalOwed && (
      <span className="tag" data-state="owed">
        Bản đang đăng chưa ai duyệt
      </span>
    )}
  </>
);

/** The hours that were promised of an article: in red those that have passed and were not kept. */
export const StandingHours = ({ scheduledFor, unpublishAt, isOverdue, isEndOverdue }: Standing) => (
  <>
    {scheduledFor && <Hour at={scheduledFor} isLate={isOverdue} ahead="Hẹn đăng" late="Quá giờ hẹn đăng" />}
    {unpublishAt && <Hour at={unpublishAt} isLate={isEndOverdue} ahead="Hẹn gỡ" late="Quá giờ hẹn gỡ" />}
  </>
);

type HourProps = { at: Date; isLate: boolean; ahead: string; late: string };

const Hour = ({ at, isLate, ahead, late }: HourProps) => (
  <p className={isLate ? "late" : "meta"}>
    {isLate ? late : ahead} {showMoment(at)}
  </p>
);
