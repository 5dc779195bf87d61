import { db, type Transaction } from "#lib/db.ts";
import { publishable } from "#lib/polls/small-cells.ts";
import { sumChoices, sumCounts } from "#lib/polls/tally.ts";
import { Prisma } from "#prisma/client/client.ts";

export type CellProtocol = {
  cell: string;
  issued: number;
  used: number;
  voided: number;
  /** Ballots by option, in the options' order; null where they would tell single choices. */
  result: number[] | null;
};

/** Each cell and the one that carries it on today. */
const HEIRS = Prisma.sql`
  WITH RECURSIVE heir AS (
    SELECT id AS "cellId", id AS heir, 0 AS steps FROM "Cell"
    UNION ALL
    SELECT h."cellId", c."successorId", steps + 1 FROM heir h JOIN "Cell" c ON c.id = h.heir
    WHERE c."successorId" IS NOT NULL AND steps < 20
  ), last AS (
    SELECT DISTINCT ON ("cellId") "cellId", heir FROM heir ORDER BY "cellId", steps DESC
  )`;

type Turnout = { cellId: number; name: string; issued: number; used: number; voided: number };

/**
 * Turnout by cell, now. A cell that has merged counts under the one that carries on: its slips stay good.
 * `issued` are the slips that could vote or did, without voided ones.
 */
const turnoutByCell = (tx: Pick<Transaction, "$queryRaw">, pollId: number) => tx.$queryRaw<Turnout[]>`
  ${HEIRS}
  SELECT l.heir AS "cellId", c.name,
    count(*) FILTER (WHERE v.status <> 'void')::int AS issued,
    count(*) FILTER (WHERE v.status = 'used')::int AS used,
    count(*) FILTER (WHERE v.status = 'void')::int AS voided
  FROM "VoteCode" v JOIN last l ON l."cellId" = v."cellId" JOIN "Cell" c ON c.id = l.heir
  WHERE v."pollId" = ${pollId} GROUP BY l.heir, c.name`;

const byName = new Intl.Collator("vi", { numeric: true }).compare;

/** Turnout for readers, cells in their order; none for an open poll. */
export async function listTurnout({ id, kind }: { id: number; kind: "open" | "cells" }) {
  if (kind === "open") return [];
  return (await turnoutByCell(db, id)).sort((a, b) => byName(a.name, b.name));
}

type Group = { cellId: number; optionId: number; further: number[]; count: number };

const ballotsByCell = (tx: Pick<Transaction, "$queryRaw">, pollId: number) => tx.$queryRaw<Group[]>`
  ${HEIRS}
  SELECT l.heir AS "cellId", b."optionId", b.further, count(*)::int AS count
  FROM "Ballot" b JOIN last l ON l."cellId" = b."cellId" WHERE b."pollId" = ${pollId} GROUP BY 1, 2, 3`;

/** What the closing seal keeps of the cells for good: cells that merge later must not let results be subtracted. */
export async function protocolOf(tx: Transaction, poll: { id: number; options: { id: number }[] }) {
  const [turnout, groups] = [await turnoutByCell(tx, poll.id), await ballotsByCell(tx, poll.id)];
  const cells = turnout
    .map((row) => {
      const own = groups.filter(({ cellId }) => cellId === row.cellId);
      return { ...row, ballots: sumCounts(own), result: sumChoices(poll.options, own) };
    })
    .sort((a, b) => byName(a.name, b.name));
  const shown = publishable(cells);
  return cells.map(
    (cell): CellProtocol => ({
      cell: cell.name,
      issued: cell.issued,
      used: cell.used,
      voided: cell.voided,
      result: shown.has(cell) ? cell.result : null,
    }),
  );
}
