import type { Actor } from "#lib/actor.ts";
import { db } from "#lib/db.ts";
import { authorize } from "#lib/errors.ts";
import { canRunPolls, isOpen, showsBoard, showsResult } from "#lib/polls/policy.ts";

const MOST = 200;

type Period = { opensAt: Date; closesAt: Date | null };

const stateOf = (poll: Period, now: Date) => {
  if (now < poll.opensAt) return "coming" as const;
  return isOpen(poll, now) ? ("open" as const) : ("closed" as const);
};

const waiting = { comments: { where: { status: "pending" } } } as const;

/** Every poll for those who run them, newest first, also those that have not opened yet. */
export async function listPollsToRun(actor: Actor) {
  authorize(canRunPolls(actor));
  const now = new Date();
  const polls = await db.poll.findMany({
    orderBy: [{ opensAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: {
      id: true,
      question: true,
      kind: true,
      opensAt: true,
      closesAt: true,
      _count: { select: { ballots: true, ...waiting } },
    },
  });
  return polls.map(({ _count, ...poll }) => ({
    ...poll,
    state: stateOf(poll, now),
    ballots: _count.ballots,
    waiting: _count.comments,
  }));
}

/** One poll with all that its pages in the editors' area need, or null. `seen` is the newest line of its log. */
export async function getPollToRun(actor: Actor, id: number) {
  authorize(canRunPolls(actor));
  const poll = await db.poll.findUnique({ where: { id }, select: whole });
  if (!poll) return null;
  const { events, articleIds, seals, _count, ...row } = poll;
  const now = new Date();
  const articles = await db.article.findMany({ where: { id: { in: articleIds } }, select: { slug: true } });
  const state = stateOf(row, now);
  const sealed = seals[0]?.ballots ?? null;
  return {
    ...row,
    state,
    seen: events[0]?.id ?? 0,
    articles: articles.map(({ slug }) => `/bai-viet/${slug}`),
    ballots: _count.ballots,
    waiting: _count.comments,
    hasCodes: _count.codes > 0,
    showsBoard: showsBoard({ ...row, sealed }),
    showsResult: state !== "coming" && showsResult({ ...row, sealed }, false),
  };
}

const linked = { select: { id: true, question: true } } as const;

const whole = {
  id: true,
  slug: true,
  question: true,
  kind: true,
  maxChoices: true,
  results: true,
  commentsAllowed: true,
  placement: true,
  categoryIds: true,
  articleIds: true,
  opensAt: true,
  closesAt: true,
  options: { orderBy: { position: "asc" }, select: { id: true, label: true } },
  events: { orderBy: { id: "desc" }, take: 1, select: { id: true } },
  seals: { where: { closing: true }, select: { ballots: true } },
  predecessor: linked,
  successor: linked,
  _count: { select: { ballots: true, codes: true, ...waiting } },
} as const;
