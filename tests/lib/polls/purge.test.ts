import { expect, test } from "vitest";
import { newChallengeId } from "#lib/captcha/challenge.ts";
import { db } from "#lib/db.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { purgeChallenges } from "#lib/polls/purge.ts";
import { createPoll, solvedVote, visitor } from "#tests/support/polls.ts";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

test("only challenges that expired more than a day ago are forgotten", async () => {
  const [old, recent] = [newChallengeId(), newChallengeId()];
  await db.challenge.createMany({
    data: [
      { id: old, tries: 3, expiresAt: hoursAgo(25) },
      { id: recent, tries: 3, expiresAt: hoursAgo(23) },
    ],
  });

  await purgeChallenges();

  expect(await db.challenge.findMany({ select: { id: true } })).toEqual([{ id: recent }]);
});

test("a challenge that was spent and forgotten still counts once", async () => {
  const poll = await createPoll();
  const vote = solvedVote(poll);
  const first = await castVote(visitor(), vote);

  await db.challenge.deleteMany();

  expect(await castVote(visitor(), vote)).toEqual(first);
  expect(await db.ballot.count({ where: { pollId: poll.id } })).toBe(1);
});
