import { type Actor, userIdOf } from "#lib/actor.ts";
import { approvalBy, NO_SCHEDULE, reasonsAgainst } from "#lib/articles/going-live.ts";
import { auditArticle, moveOn, readMovable, recordSteps, refuse, type Step } from "#lib/articles/moving.ts";
import { refuseUnready } from "#lib/articles/readiness.ts";
import { moveInput, scheduleArticleInput, setEndInput } from "#lib/articles/schema.ts";
import { reasonsNotToApprove, reasonsNotToSchedule } from "#lib/articles/workflow.ts";
import { db } from "#lib/db.ts";

/** Sets the minute at which the newest revision goes live. Later saves do not change what goes live then. */
export async function scheduleArticle(actor: Actor, input: unknown) {
  const { at, changeNote, approval, override, ...wanted } = scheduleArticleInput.parse(input);
  const article = await readMovable(actor, "schedule", wanted);
  const { head } = article;
  refuse([
    ...reasonsNotToSchedule(at, article.unpublishAt, new Date()),
    ...reasonsAgainst(head, at),
    ...(approval === "later" ? [] : reasonsNotToApprove(userIdOf(actor), head.number, article)),
  ]);
  const overridden = await refuseUnready(actor, head, override);
  const { approvedNumber, steps } = approvalBy(userIdOf(actor), head, article);

  return db.$transaction(async (tx) => {
    const version = await moveOn(tx, "schedule", article, {
      approvedNumber,
      scheduledFor: at,
      scheduledRevisionId: head.id,
      scheduledById: userIdOf(actor),
      scheduledNote: changeNote,
    });
    const scheduled: Step = { kind: "scheduled", detail: { at: at.toISOString(), ...overridden } };
    await recordSteps(tx, actor, article, ...steps, scheduled);
    return { id: article.id, version };
  });
}

export async function unscheduleArticle(actor: Actor, input: unknown) {
  const article = await readMovable(actor, "unschedule", moveInput.parse(input));

  return db.$transaction(async (tx) => {
    const version = await moveOn(tx, "unschedule", article, NO_SCHEDULE);
    await recordSteps(tx, actor, article, { kind: "unscheduled" });
    return { id: article.id, version };
  });
}

/** Sets, or with nothing unsets, the minute at which readers lose the article. */
export async function setEnd(actor: Actor, input: unknown) {
  const { until, ...wanted } = setEndInput.parse(input);
  const article = await readMovable(actor, "setEnd", wanted);
  if (until) refuse(reasonsNotToSchedule(article.scheduledFor ?? until, until, new Date()));

  return db.$transaction(async (tx) => {
    const version = await moveOn(tx, "setEnd", article, { unpublishAt: until });
    await auditArticle(tx, actor, article.id, "set-end", { until: until?.toISOString() ?? null });
    return { id: article.id, version };
  });
}
