import { publishing } from "#lib/content-version.ts";
import { db, type Transaction } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import { lastBallot } from "#lib/polls/counting.ts";
import { leafOf, rootOf } from "#lib/polls/merkle.ts";
import { protocolOf } from "#lib/polls/protocol.ts";

const HOUR = 3_600_000;
const EVERY = 20_000;

/** Seals what is due: once an hour while ballots come in, and at the end. Any process may ask; one does it. */
export async function sealDuePolls() {
  for (const { id, closing } of await duePolls()) await sealPoll(id, closing);
}

const duePolls = () => db.$queryRaw<{ id: number; closing: boolean }[]>`
  SELECT p.id, coalesce(p."closesAt" <= now(), false) AS closing
  FROM "Poll" p LEFT JOIN LATERAL (SELECT * FROM "Seal" WHERE "pollId" = p.id ORDER BY number DESC LIMIT 1) s ON true
  WHERE NOT coalesce(s.closing, false) AND (
    p."closesAt" <= now()
    OR (coalesce(s.at, p."opensAt") <= now() - make_interval(secs => ${HOUR / 1000}) AND CASE
      WHEN s.id IS NULL THEN EXISTS (SELECT FROM "Ballot" b WHERE b."pollId" = p.id)
      WHEN p.kind = 'open' THEN EXISTS (SELECT FROM "Ballot" b WHERE b."pollId" = p.id AND b.id > s."upTo")
      ELSE (SELECT count(*) FROM "Ballot" b WHERE b."pollId" = p.id) > s.ballots
    END)
  )`;

/** Seals the ballots that lie in the box now. Returns undefined when another process is at it or has done it. */
export async function sealPoll(pollId: number, closing: boolean) {
  const seal = await db.$transaction((tx) => writeSeal(tx, pollId, closing), { timeout: 120_000 });
  if (seal?.closing) await publishing(async () => undefined); // the feed tells of it
  return seal;
}

async function writeSeal(tx: Transaction, pollId: number, closing: boolean) {
  const [turn] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(5803, ${pollId}) AS mine`;
  if (!turn?.mine) return undefined;
  const poll = await tx.poll.findUniqueOrThrow({
    where: { id: pollId },
    select: {
      id: true,
      kind: true,
      options: { select: { id: true }, orderBy: { position: "asc" } },
      seals: { orderBy: { number: "desc" }, take: 1 },
    },
  });
  const [last] = poll.seals;
  if (last?.closing) return undefined;

  const upTo = (await lastBallot(pollId))?.id ?? 0n;
  const ballots = await readBallots(tx, pollId, poll.kind === "open" ? upTo : null);
  return tx.seal.create({
    data: {
      pollId,
      number: (last?.number ?? 0) + 1,
      ballots: ballots.length,
      upTo: poll.kind === "open" ? upTo : null,
      root: rootOf(ballots.map(({ receipt, optionId, further }) => leafOf(receipt, [optionId, ...further]))),
      previousRoot: last?.root ?? null,
      closing,
      ...(closing && poll.kind === "cells" && { protocol: await protocolOf(tx, poll) }),
    },
  });
}

type Sealed = { receipt: string; optionId: number; further: number[] };

const readBallots = (tx: Transaction, pollId: number, upTo: bigint | null) => tx.$queryRaw<Sealed[]>`
  SELECT receipt, "optionId", further FROM "Ballot" WHERE "pollId" = ${pollId} AND (${upTo}::bigint IS NULL OR id <= ${upTo})`;

/** Looks every few seconds whether something is due; what fails is tried again the next time. */
export function keepPollsSealed() {
  let busy = false;
  const seal = async () => {
    if (busy) return;
    busy = true;
    await sealDuePolls().catch((error) => log.warn({ err: error }, "polls could not be sealed"));
    busy = false;
  };
  setInterval(() => void seal(), EVERY).unref();
}
