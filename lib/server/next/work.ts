import { keepArticlesOnTime } from "#lib/articles/due.ts";
import { keepDraftsForgotten } from "#lib/articles/forgetting.ts";
import { keepLinksChecked } from "#lib/articles/link-checking.ts";
import { keepMailSent } from "#lib/mail/outbox.ts";
import { keepMediaSwept } from "#lib/media/shelf.ts";
import { keepPollsSealed } from "#lib/polls/seals.ts";
import { keepSearchTidy } from "#lib/search/tidying.ts";
import { describeNext } from "#lib/server/next/metrics.ts";

/** Begins what the site does by itself, and tells Prometheus of it. */
export function beginWork() {
  describeNext();
  keepMediaSwept();
  keepPollsSealed();
  keepArticlesOnTime();
  keepDraftsForgotten();
  keepLinksChecked();
  keepSearchTidy();
  keepMailSent();
}
