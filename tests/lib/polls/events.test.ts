import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { db } from "#lib/db.ts";
import { listPollEvents, recordPollEvent } from "#lib/polls/events.ts";
import { createPoll } from "#tests/support/polls.ts";

test("the public log tells who did what, newest first, and takes no change", async () => {
  const poll = await createPoll();
  const clerk = { kind: "user", id: 1, name: "Nguyễn Văn An", role: "administrator" } as const;
  await recordPollEvent(db, poll.id, system("starter-content"), "create");
  await recordPollEvent(db, poll.id, clerk, "void-code", { note: "Chi bộ 3, phiếu số 7." });

  expect((await listPollEvents(poll.id)).map(({ actor, sentence }) => [actor, sentence])).toEqual([
    ["Nguyễn Văn An", "Hủy một phiếu báo mất và phát phiếu thay. Chi bộ 3, phiếu số 7."],
    ["Chương trình", "Lập cuộc thăm dò."],
  ]);
  await expect(db.pollEvent.deleteMany({ where: { pollId: poll.id } })).rejects.toThrow();
  await expect(db.pollEvent.updateMany({ where: { pollId: poll.id }, data: { actor: "A" } })).rejects.toThrow();
});
