import { publishing } from "#lib/content-version.ts";
import { db, type Transaction } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import { lastBallot } from "#lib/polls/counting.ts";
import { rootOfSorted } from "#lib/polls/merkle.ts";
import { protocolOf } from "#lib/polls/protocol.ts";
import { repeat } from "#lib/repeat.ts";
import { keyedDigest } from "#lib/secrets.ts";

const HOUR = 3_600_000;
const EVERY = 20_000;

/** Seals what is due: once an hour while ballots come in, and at the end. Any process may ask; one does it. */
export async function sealDuePolls() {
  for (const { id } of await duePolls()) await sealNow(id);
}

/** Seals a poll, or leaves it to the clock: one that cannot be sealed now does not hold up others, or what closed it. */
async function sealNow(pollId: number) {
  try {
    return await sealPoll(pollId);
  } catch (error) {
    log.warn({ err: error, poll: pollId }, "a poll could not be sealed");
    return undefined;
  }
}

/** Whether a poll that was just closed has its last seal, from here or from whoever was quicker. */
export const sealAtEnd = async (pollId: number) =>
  (await sealNow(pollId)) !== undefined || (await db.seal.count({ where: { pollId, closing: true } })) > 0;

const duePolls = () => db.$queryRaw<{ id: number }[]>`
  SELECT p.id
  FROM "Poll" p LEFT JOIN LATERAL (SELECT * FROM "Seal" WHERE "pollId" = p.id ORDER BY number DESC LIMIT 1) s ON true
  WHERE NOT coalesce(s.closing, false) AND (
    p."closesAt" <= now()
    OR (coalesce(s.at, p."opensAt") <= now() - make_interval(secs => ${HOUR / 1000}) AND CASE
      WHEN s.id IS NULL THEN EXISTS (SELECT FROM "Ballot" b WHERE b."pollId" = p.id)
      WHEN p.kind = 'open' THEN EXISTS (SELECT FROM "Ballot" b WHERE b."pollId" = p.id AND b.id > s."upTo")
      ELSE (SELECT count(*) FROM "Ballot" b WHERE b."pollId" = p.id) > s.ballots
    END)
  )`;

const PATIENCE = { timeout: 120_000 };

/**
 * Seals the ballots that lie in the box now, for good when the poll is over: pages and the feed tell of that.
 * Returns undefined when another process is at it (the closing seal is waited for) or has done it.
 */
export async function sealPoll(pollId: number) {
  const work = (closing: boolean) => (tx: Transaction) => writeSeal(tx, pollId, closing);
  return (await isOver(db, pollId)) ? publishing(work(true), PATIENCE) : db.$transaction(work(false), PATIENCE);
}

async function isOver(tx: Pick<Transaction, "$queryRaw">, pollId: number) {
  const [poll] = await tx.$queryRaw<{ over: boolean }[]>`
    SELECT coalesce("closesAt" <= clock_timestamp(), false) AS over FROM "Poll" WHERE id = ${pollId}`;
  return poll?.over === true;
}

async function writeSeal(tx: Transaction, pollId: number, closing: boolean) {
  if (!(await takeTurn(tx, pollId, closing))) return undefined;
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
  if (closing && !(await isOver(tx, pollId))) return undefined; // its end was moved while we waited at the gate
  const number = (last?.number ?? 0) + 1;
  const { ballots, root } = await readRoot(tx, poll, upTo, blindLeaf(poll, number, closing));
  return tx.seal.create({
    data: {
      pollId,
      number,
      ballots,
      upTo: poll.kind === "open" ? upTo : null,
      root,
      previousRoot: last?.root ?? null,
      closing,
      ...(closing && poll.kind === "cells" && { protocol: await protocolOf(tx, poll) }),
    },
  });
}

async function takeTurn(tx: Transaction, pollId: number, isWaiting: boolean) {
  if (isWaiting) return tx.$queryRaw`SELECT pg_advisory_xact_lock(5803, ${pollId})::text`;
  const [turn] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(5803, ${pollId}) AS mine`;
  return turn?.mine;
}

type Box = { id: number; kind: "open" | "cells" };

/**
 * A leaf that only the site's key makes, in each hourly seal of a poll by cells. Without it whoever has the board at the end
 * could try which of its ballots make up the root of an hour, and turnout tells whose hour that was.
 */
const blindLeaf = ({ id, kind }: Box, number: number, closing: boolean) =>
  kind === "cells" && !closing ? [keyedDigest("blind leaf", String(id), String(number)).toString("hex")] : [];

/** How many ballots lie in the box and the root of their tree. The database makes the leaves, as `leafOf` does, and sorts them. */
async function readRoot(tx: Transaction, { id, kind }: Box, upTo: bigint, blind: string[]) {
  const [box] = await tx.$queryRaw<{ ballots: number; leaves: string | null }[]>`
    WITH ballot AS (
      SELECT sha256('\\x00'::bytea || convert_to(receipt || ' ' || array_to_string("optionId" || further, ','), 'UTF8')) AS leaf
      FROM "Ballot" WHERE "pollId" = ${id} AND (${kind} = 'cells' OR id <= ${upTo})
    ), leaf AS (
      SELECT leaf FROM ballot UNION ALL SELECT decode(hex, 'hex') FROM unnest(${blind}::text[]) hex
    )
    SELECT (SELECT count(*) FROM ballot)::int AS ballots, (SELECT encode(string_agg(leaf, '' ORDER BY leaf), 'hex') FROM leaf) AS leaves`;
  return { ballots: box?.ballots ?? 0, root: await rootOfSorted(Buffer.from(box?.leaves ?? "", "hex")) };
}

/** Looks every few seconds whether something is due. */
export const keepPollsSealed = () => repeat({ everyMs: EVERY }, "polls due for a seal could not be read", sealDuePolls);
