import { db } from "#lib/db.ts";
import { FEWEST, showsBoard } from "#lib/polls/policy.ts";
import { countBallots } from "#lib/polls/queries.ts";

const PAGE = 200;

/** Every seal of a poll, oldest first. */
export const listSeals = (pollId: number) =>
  db.seal.findMany({
    where: { pollId },
    orderBy: { number: "asc" },
    select: { number: true, at: true, ballots: true, root: true, previousRoot: true, closing: true, upTo: true },
  });

/** The seals of the polls that were closed last, for whoever follows the feed: a root kept by others cannot be replaced. */
export const listClosingSeals = (take: number) =>
  db.seal.findMany({
    where: { closing: true },
    orderBy: { id: "desc" },
    take,
    select: {
      ...{ number: true, at: true, ballots: true, root: true, closing: true },
      poll: { select: { slug: true, question: true } },
    },
  });

type Row = { receipt: string; optionId: number; further: number[]; seal: number | null; setAside: boolean };

/**
 * The board: every receipt with its choice, in the order of the receipts, which is random. Only ever after the closing seal, and by
 * cells from five ballots on; `seal` is the first that covers the ballot, and null in a poll by cells, where it would tell the hour.
 */
const readBoard = (pollId: number, from: number, most: number) => db.$queryRaw<Row[]>`
  SELECT b.receipt, b."optionId", b.further, EXISTS (SELECT FROM "SetAsideBallot" a WHERE a."ballotId" = b.id) AS "setAside",
    (SELECT min(s.number) FROM "Seal" s WHERE s."pollId" = b."pollId" AND s."upTo" >= b.id) AS seal
  FROM "Ballot" b WHERE b."pollId" = ${pollId} AND EXISTS (
    SELECT FROM "Seal" s JOIN "Poll" p ON p.id = s."pollId"
    WHERE p.id = ${pollId} AND s.closing AND (p.kind = 'open' OR s.ballots >= ${FEWEST})
  )
  ORDER BY b.receipt COLLATE "C" OFFSET ${from} LIMIT ${most}`;

const shape = ({ receipt, optionId, further, seal, setAside }: Row) => ({
  receipt,
  options: [optionId, ...further],
  seal,
  setAside,
});

/** How many pages the board of a poll with these seals has; one while it has none. */
export function boardPages(seals: { closing: boolean; ballots: number }[]) {
  const last = seals.at(-1);
  return last?.closing ? Math.max(1, Math.ceil(last.ballots / PAGE)) : 1;
}

/** One page of the board for reading, empty before the closing seal. */
export async function readBoardPage(pollId: number, page: number) {
  const rows = await readBoard(pollId, (page - 1) * PAGE, PAGE + 1);
  return { rows: rows.slice(0, PAGE).map(shape), hasMore: rows.length > PAGE };
}

type Poll = {
  id: number;
  slug: string;
  question: string;
  kind: "open" | "cells";
  maxChoices: number;
  opensAt: Date;
  closesAt: Date | null;
  options: { id: number; label: string }[];
};

/** All that is needed to recount a poll elsewhere; null while its board is not public. */
export async function exportBoard({ id, ...poll }: Poll) {
  const seals = await listSeals(id);
  const last = seals.at(-1);
  if (!showsBoard({ kind: poll.kind, sealed: last?.closing ? last.ballots : null })) return null;
  const [board, result] = await Promise.all([
    readBoard(id, 0, 2 ** 31 - 1),
    countBallots({ id, kind: poll.kind, options: poll.options }),
  ]);
  return {
    poll: {
      slug: poll.slug,
      question: poll.question,
      kind: poll.kind,
      maxChoices: poll.maxChoices,
      opensAt: poll.opensAt,
      closesAt: poll.closesAt,
      options: poll.options,
    },
    result: {
      total: result.total,
      setAside: result.setAside,
      options: result.options.map(({ id: option, label, ballots }) => ({ id: option, label, ballots })),
    },
    seals: seals.map(({ upTo: _, ...seal }) => seal),
    board: board.map(shape),
  };
}
