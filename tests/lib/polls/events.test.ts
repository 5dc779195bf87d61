import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { db } from "#lib/db.ts";
import { listPollEvents, recordPollEvent } from "#lib/polls/events.ts";
import { clerk, createPoll } from "#tests/support/polls.ts";

test("the public log tells who did what, newest first, and takes no change", async () => {
  const poll = await createPoll();
  await recordPollEvent(db, poll.id, system("starter-content"), "create");
  await recordPollEvent(db, poll.id, clerk, "void-code", { note: "Chi bộ 3, phiếu số 7." });

  expect((await listPollEvents(poll.id)).map(({ actor, sentence }) => [actor, sentence])).toEqual([
    ["Nguyễn Văn An", "Hủy một phiếu báo mất và phát phiếu thay. Chi bộ 3, phiếu số 7."],
    ["Chương trình", "Lập cuộc thăm dò."],
  ]);
  await expect(db.pollEvent.deleteMany({ where: { pollId: poll.id } })).rejects.toThrow();
  await expect(db.pollEvent.updateMany({ where: { pollId: poll.id }, data: { actor: "A" } })).rejects.toThrow();
});

test("a log of many verdicts stays readable, and loses no other line", async () => {
  const poll = await createPoll();
  await recordPollEvent(db, poll.id, clerk, "create");
  await db.pollEvent.createMany({
    data: Array.from({ length: 203 }, () => ({ pollId: poll.id, actor: "An", action: "moderate-comment" })),
  });

  const lines = await listPollEvents(poll.id);
  expect(lines).toHaveLength(202);
  expect(lines.slice(-2).map(({ sentence }) => sentence)).toEqual([
    "Đến lúc này đã duyệt 3 ý kiến thêm.",
    "Lập cuộc thăm dò.",
  ]);
});
