import { countOverdue } from "#lib/articles/due.ts";
import { countMail } from "#lib/mail/outbox.ts";
import { describeProcess, gauge } from "#lib/server/gauges.ts";

/** Describes a process that holds Next to Prometheus, and the work that such processes do by themselves. */
export function describeNext() {
  describeProcess();
  gauge("articles_overdue", "Articles whose hour to appear or to go has passed", "max", () =>
    countOverdue().catch(() => Number.NaN),
  );
  gauge("mail_waiting", "Mails that wait to be sent", "max", () => mailCount("waiting"));
  gauge("mail_given_up", "Mails that no server took for a day", "max", () => mailCount("givenUp"));
}

const mailCount = (what: "waiting" | "givenUp") =>
  countMail().then(
    (counts) => counts[what],
    () => Number.NaN,
  );
