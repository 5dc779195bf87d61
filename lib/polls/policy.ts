import type { Actor } from "#lib/actor.ts";

type Period = { opensAt: Date; closesAt: Date | null };

/** Open from the opening instant up to, and without, the closing one. The vote itself asks the database's clock. */
export const isOpen = ({ opensAt, closesAt }: Period, now: Date) =>
  opensAt <= now && (closesAt === null || now < closesAt);

/** An open poll takes ballots from the public alone: not from a job, and from nobody by name. */
export const canCastVote = (actor: Actor) => actor.kind === "visitor";

const isAdministrator = (actor: Actor) => actor.kind === "user" && actor.role === "administrator";

/** Polls are run by administrators alone: the people who print slips, close and decide on ballots. */
export const canRunPolls = (actor: Actor) => isAdministrator(actor);

/** Fewer ballots than this would tell how single members of a cell voted. */
export const FEWEST = 5;

/** `sealed` is how many ballots the closing seal covers, null before there is one. */
type Sealed = { kind: "open" | "cells"; sealed: number | null };
type Shown = Sealed & { results: "always" | "after_vote" | "after_close" };

/** Whether the board is public: once the poll is sealed for good, and by cells only where so few ballots do not tell single choices. */
export const showsBoard = ({ kind, sealed }: Sealed) => sealed !== null && (kind === "open" || sealed >= FEWEST);

/**
 * Whether a reader sees the result now. A poll is over once it is sealed: before, ballots are on their way, and a clock that
 * is fast says closed too early. A poll by cells shows none until then: turnout and result together would tell single choices.
 */
export function showsResult({ kind, results, sealed }: Shown, hasVoted: boolean) {
  if (sealed !== null) return showsBoard({ kind, sealed });
  if (kind === "cells") return false;
  return results === "always" || (results === "after_vote" && hasVoted);
}

type Renamed = { slug: string; kind: "open" | "cells" };

/** Printed slips name the poll's address: both stay as they are once slips are out. Undefined when nothing stands against it. */
export const whyNotRename = (poll: Renamed & { hasCodes: boolean }, wanted: Renamed) =>
  poll.hasCodes && (poll.slug !== wanted.slug || poll.kind !== wanted.kind)
    ? "Đã phát phiếu in mã của cuộc thăm dò này, nên loại và đường dẫn không đổi được nữa."
    : undefined;

/** A poll that has closed stays closed; an open one closes later than now. Undefined when nothing stands against it. */
export function whyNotReschedule(poll: Period & { now: Date }, closesAt: Date | null) {
  if (isSameSecond(poll.closesAt, closesAt)) return undefined;
  if (poll.closesAt && poll.closesAt <= poll.now)
    return "Cuộc thăm dò đã đóng, không mở lại được. Hãy lập cuộc khác thay thế.";
  return closesAt && closesAt <= poll.now ? "Giờ đóng đã qua. Muốn đóng ngay, hãy bấm “Đóng ngay”." : undefined;
}

/** Forms know seconds, the database knows milliseconds: within one second nothing was changed. */
export const isSameSecond = (one: Date | null, other: Date | null) =>
  one && other ? Math.trunc(one.getTime() / 1000) === Math.trunc(other.getTime() / 1000) : one === other;

/** Fewer ballots than this, set aside while the poll is open, would show in the result how single voters chose. */
const FEWEST_WHILE_OPEN = 5;

/** Undefined when nothing stands against counting these ballots apart. */
export function whyNotSetAside(
  poll: Period & { now: Date },
  { byReceipt, ballots }: { byReceipt: boolean; ballots: number },
) {
  if (ballots < 1) return "Không có phiếu nào như vậy.";
  if (!isOpen(poll, poll.now)) return undefined;
  if (byReceipt) return "Cuộc thăm dò đang mở: chọn phiếu theo mã biên nhận được sau khi đóng.";
  return ballots < FEWEST_WHILE_OPEN
    ? `Cuộc thăm dò đang mở: để riêng dưới ${FEWEST_WHILE_OPEN} phiếu thì lộ ý của từng người. Hãy đợi đến khi đóng.`
    : undefined;
}
