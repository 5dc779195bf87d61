import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { countBallots } from "#lib/polls/queries.ts";
import { ownerQuery } from "#tests/support/owner-query.ts";
import { createPoll, solvedVote, visitor } from "#tests/support/polls.ts";

const MANY = 5000;
type Poll = Awaited<ReturnType<typeof createPoll>>;

/** Ballots as votes leave them, options in turn. */
const fill = (poll: Poll, count: number) =>
  ownerQuery(
    `INSERT INTO "Ballot" ("pollId", "optionId", "challengeId", receipt)
     SELECT $1::int, ($2::int[])[1 + n % 4], md5($1::int || ' ' || n || random()), md5($1::int || ' ' || n || random()) FROM generate_series(1, $3) n`,
    [poll.id, poll.options.map(({ id }) => id), count],
  );

const counted = async (poll: Poll) => (await countBallots(poll)).options.map(({ ballots }) => ballots);

test("counting on from where it stood says what counting anew says, also with votes coming in", async () => {
  const poll = await createPoll();
  await fill(poll, MANY);
  expect(await counted(poll)).toEqual([1250, 1250, 1250, 1250]);

  const votes = Array.from({ length: 40 }, (_, at) => castVote(visitor(), solvedVote(poll, { option: at % 2 })));
  const counts = Array.from({ length: 20 }, () => counted(poll));
  await Promise.all([...votes, ...counts]);
  expect(await counted(poll)).toEqual([1270, 1270, 1250, 1250]);

  await fill(poll, MANY);
  expect(await counted(poll)).toEqual([2520, 2520, 2500, 2500]);
  expect(await counted(poll)).toEqual([2520, 2520, 2500, 2500]);
  expect(await db.ballot.count({ where: { pollId: poll.id } })).toBe(2 * MANY + 40);
});

test("after a backup was put back, the ballots that are there are counted, and new ones under used numbers too", async () => {
  const poll = await createPoll();
  await fill(poll, MANY);
  await counted(poll);
  expect(await counted(poll)).toEqual([1250, 1250, 1250, 1250]);

  const [{ last } = { last: "0" }] = await ownerQuery<{ last: string }>('SELECT max(id) AS last FROM "Ballot"');
  await ownerQuery('ALTER TABLE "Ballot" DISABLE TRIGGER ALL');
  await ownerQuery('DELETE FROM "Ballot" WHERE "pollId" = $1 AND id > $2::bigint - 1000', [poll.id, last]);
  await ownerQuery(`SELECT setval('"Ballot_id_seq"', $1::bigint - 1000)`, [last]);
  await ownerQuery('ALTER TABLE "Ballot" ENABLE TRIGGER ALL');
  expect(await counted(poll)).toEqual([1000, 1000, 1000, 1000]);

  await fill(poll, 2000);
  expect(await counted(poll)).toEqual([1500, 1500, 1500, 1500]);
});
