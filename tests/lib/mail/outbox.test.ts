import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { countMail, isMailSetUp, queueMail, sendDueMail } from "#lib/mail/outbox.ts";
import { headersOf, startMailServer, textOf } from "#tests/support/mail-server.ts";

let server: Awaited<ReturnType<typeof startMailServer>>;

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  env.SMTP_URL = server.url;
  server.state.refusing = false;
  server.taken.length = 0;
  await db.outboxMail.deleteMany();
});

const MAIL = { to: "binh@p.vn", subject: "Chờ duyệt: Họp chi bộ", text: "Đồng chí An gửi duyệt bài.\n\n“Họp chi bộ”" };
const makeDue = () => db.outboxMail.updateMany({ data: { nextTryAt: new Date() } });

test("mail leaves once, as Vietnamese text, and the outbox is empty", async () => {
  await queueMail(db, [MAIL]);

  await Promise.all([sendDueMail(), sendDueMail(), sendDueMail()]);

  expect(server.taken.map(({ to }) => to)).toEqual([["binh@p.vn"]]);
  const { source = "" } = server.taken[0] ?? {};
  expect(textOf(source).replaceAll("\r\n", "\n").trim()).toBe(MAIL.text);
  expect(headersOf(source)).toContain("From: khong-tra-loi@127.0.0.1");
  expect(headersOf(source)).toContain("Auto-Submitted: auto-generated");
  expect(await countMail()).toEqual({ waiting: 0, givenUp: 0 });
});

test("what a title says never becomes a header", async () => {
  const subject = "Họp\r\nBcc: la@example.com\r\n\r\nThân thư khác";
  await queueMail(db, [{ ...MAIL, subject, text: "Chào\r\n.\r\nRCPT TO:<la@example.com>" }]);

  await sendDueMail();

  const [{ to, source } = { to: [], source: "" }] = server.taken;
  expect(to).toEqual(["binh@p.vn"]);
  expect(server.taken).toHaveLength(1);
  expect(headersOf(source).filter((line) => /^(bcc|cc):/i.test(line))).toEqual([]);
  expect(textOf(source)).toContain("RCPT TO:<la@example.com>");
});

test("a server that is away loses nothing: the next turns come later and later, and then it arrives", async () => {
  await queueMail(db, [MAIL]);
  server.state.refusing = true;
  const pauses: number[] = [];
  for (let turn = 0; turn < 4; turn++) {
    await makeDue();
    await sendDueMail();
    const [mail] = await db.outboxMail.findMany();
    pauses.push(Math.round(((mail?.nextTryAt.getTime() ?? 0) - Date.now()) / 60_000));
  }
  expect(pauses).toEqual([1, 2, 4, 8]);
  expect(await countMail()).toEqual({ waiting: 1, givenUp: 0 });

  await sendDueMail();
  expect(server.taken).toEqual([]); // not yet its turn
  server.state.refusing = false;
  await makeDue();
  await sendDueMail();
  expect(server.taken).toHaveLength(1);
});

test("after a day it is given up, stays to be counted and is not tried again", async () => {
  await queueMail(db, [MAIL]);
  await db.outboxMail.updateMany({ data: { createdAt: new Date(Date.now() - 25 * 3600_000) } });
  server.state.refusing = true;
  await sendDueMail();
  expect(await countMail()).toEqual({ waiting: 0, givenUp: 1 });

  server.state.refusing = false;
  await makeDue();
  await sendDueMail();
  expect(server.taken).toEqual([]);
});

test("what is rolled back is not written to anybody, and without a mail server nothing is queued", async () => {
  await db
    .$transaction(async (tx) => {
      await queueMail(tx, [MAIL]);
      throw new Error("no");
    })
    .catch(() => {});
  expect(await countMail()).toEqual({ waiting: 0, givenUp: 0 });

  delete env.SMTP_URL;
  await queueMail(db, [MAIL]);
  expect([isMailSetUp(), await db.outboxMail.count()]).toEqual([false, 0]);
});
