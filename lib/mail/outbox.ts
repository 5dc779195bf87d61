import { db, type Transaction } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { sendMail } from "#lib/mail/transport.ts";
import { repeat } from "#lib/repeat.ts";

type Mail = { to: string; subject: string; text: string };

const EVERY = 5000;
const MINUTE = 60;
const LONGEST_PAUSE = 120 * MINUTE;
const A_DAY = 24 * 3600_000;

export const isMailSetUp = () => env.SMTP_URL !== undefined;

/** Writes mail in the transaction that it tells of: it goes out after the commit, and not at all without one. */
export async function queueMail(tx: Pick<Transaction, "outboxMail">, mails: Mail[]) {
  if (!isMailSetUp() || mails.length === 0) return;
  await tx.outboxMail.createMany({
    data: mails.map(({ to, subject, text }) => ({ to, subject: subject.replace(/\s+/gu, " ").trim(), text })),
  });
}

/** Sends what is due, one after the other. Any process may ask: each mail is one's alone until its next turn. */
export async function sendDueMail() {
  for (let mail = await claim(); mail; mail = await claim()) await attempt(mail);
}

type Claimed = Mail & { id: number; createdAt: Date };

/** Takes the next mail and sets its next turn: after one minute, two, four … two hours. */
async function claim() {
  const [mail] = await db.$queryRaw<Claimed[]>`
    UPDATE "OutboxMail" SET tries = tries + 1,
      "nextTryAt" = now() + make_interval(secs => least(${MINUTE} * power(2, least(tries, 20)), ${LONGEST_PAUSE}))
    WHERE id = (
      SELECT id FROM "OutboxMail" WHERE "givenUpAt" IS NULL AND "nextTryAt" <= now()
      ORDER BY "nextTryAt" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, "to", subject, text, "createdAt"`;
  return mail;
}

async function attempt(mail: Claimed) {
  try {
    await sendMail(mail);
  } catch (error) {
    const isHopeless = Date.now() - mail.createdAt.getTime() > A_DAY;
    log.warn({ mail: mail.id, isHopeless, ...reasonOf(error) }, "mail could not be sent");
    if (isHopeless) await db.outboxMail.updateMany({ where: { id: mail.id }, data: { givenUpAt: new Date() } });
    return;
  }
  await db.outboxMail.deleteMany({ where: { id: mail.id } });
}

/** Not the error itself: the server's answer and nodemailer's fields name people's addresses. */
const reasonOf = (error: unknown) => {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  return { code, responseCode, command };
};

/** Mail that waits, and mail that no server took for a day. */
export async function countMail() {
  const [givenUp, all] = await Promise.all([
    db.outboxMail.count({ where: { givenUpAt: { not: null } } }),
    db.outboxMail.count(),
  ]);
  return { waiting: all - givenUp, givenUp };
}

/** Looks every few seconds whether mail is due; what fails is tried again at its next turn. */
export function keepMailSent() {
  if (isMailSetUp()) repeat({ everyMs: EVERY }, "the outbox could not be read", sendDueMail);
}
