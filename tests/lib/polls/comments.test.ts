import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { addComment, listShownComments } from "#lib/polls/comments.ts";
import { createPoll, solvedVote, visitor } from "#tests/support/polls.ts";

test("a comment waits for moderation, once a ticket, and only where comments are allowed", async () => {
  const [poll, mute] = [await createPoll({ commentsAllowed: true }), await createPoll()];
  const { slug, ticket } = solvedVote(poll);
  const said = { slug, ticket, text: " <b>Cần thêm ghế</b> " };

  expect(await addComment(visitor(), said)).toBe(true);
  await addComment(visitor(), { ...said, text: "lần nữa" });
  expect(await addComment(visitor(), { ...said, text: "" })).toBe(false);
  expect(await addComment(visitor(), { ...said, ticket: "x.y.z" })).toBe(false);
  expect(await addComment(visitor(), { ...solvedVote(mute), text: "A" })).toBe(false);

  const kept = await db.pollComment.findMany({ where: { pollId: poll.id } });
  expect(kept.map(({ text, status }) => [text, status])).toEqual([["<b>Cần thêm ghế</b>", "pending"]]);
  expect(await listShownComments(poll.id)).toEqual([]);
});
