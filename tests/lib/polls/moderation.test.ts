import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { listShownComments } from "#lib/polls/comments.ts";
import { listPollEvents } from "#lib/polls/events.ts";
import { listComments, moderateComment } from "#lib/polls/moderation.ts";
import { clerk, createPoll } from "#tests/support/polls.ts";

const day = new Date("2026-11-24");

test("a comment shows once it was let through; keeping it back takes a reason; both are in the public log", async () => {
  const poll = await createPoll({ commentsAllowed: true });
  await db.pollComment.create({ data: { id: "comment-one", pollId: poll.id, day, text: "Cần thêm ghế" } });
  await db.pollComment.create({ data: { id: "comment-two", pollId: poll.id, day, text: "Gọi số 0900" } });

  await moderateComment(clerk, { commentId: "comment-one", verdict: "shown" });
  const silent = moderateComment(clerk, { commentId: "comment-two", verdict: "hidden", reason: " " });
  await expect(silent).rejects.toMatchObject({ issues: [{ path: ["reason"] }] });
  await moderateComment(clerk, { commentId: "comment-two", verdict: "hidden", reason: "Có số điện thoại" });

  expect((await listShownComments(poll.id)).map(({ text }) => text)).toEqual(["Cần thêm ghế"]);
  expect((await listPollEvents(poll.id)).map(({ sentence }) => sentence)).toEqual([
    "Duyệt một ý kiến thêm. Không cho hiện. Lý do: Có số điện thoại",
    "Duyệt một ý kiến thêm. Cho hiện.",
  ]);
  expect((await listComments(clerk, poll.id)).map(({ status }) => status)).toEqual(["shown", "hidden"]);
  expect(await db.auditEvent.count({ where: { action: "poll.moderate-comment" } })).toBe(2);
});

test("deciding twice alike is told, and only administrators decide", async () => {
  const poll = await createPoll();
  await db.pollComment.create({ data: { id: "comment-three", pollId: poll.id, day, text: "A" } });
  const show = { commentId: "comment-three", verdict: "shown" };
  const twice = await Promise.allSettled([moderateComment(clerk, show), moderateComment(clerk, show)]);
  expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const publisher = { ...clerk, role: "publisher" } as const;
  await expect(moderateComment(publisher, show)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listComments(publisher, poll.id)).rejects.toMatchObject({ code: "forbidden" });
});
