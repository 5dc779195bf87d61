import type { UserActor } from "#lib/actor.ts";
import { canPublishArticles } from "#lib/articles/policy.ts";
import { Prisma } from "#prisma/client/client.ts";

const waits = Prisma.sql`(a.stage = 'submitted' OR a."approvalOwedSince" IS NOT NULL)`;

const wrote = ({ id }: UserActor, upTo: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT FROM "Revision" w WHERE w."articleId" = a.id AND w."authorId" = ${id} AND w.number > a."approvedNumber" AND w.id <= ${upTo})`;

/** The rule of the four eyes (reasonsNotToApprove) as a condition: what this person may approve. */
const approvableBy = (actor: UserActor) => Prisma.sql`(
  (a.stage = 'submitted' AND NOT ${wrote(actor, Prisma.sql`a."headRevisionId"`)})
  OR (a."approvalOwedSince" IS NOT NULL AND NOT ${wrote(actor, Prisma.sql`a."liveRevisionId"`)}))`;

export const submittedBy = ({ id }: UserActor) => Prisma.sql`(a."beganById" = ${id} OR EXISTS (
  SELECT FROM "Milestone" m WHERE m."articleId" = a.id AND m.kind = 'submitted' AND m."userId" = ${id}))`;

/** What waits for this person's approval; null for whoever approves nothing. */
export const toApproveBy = (actor: UserActor) =>
  canPublishArticles(actor) ? Prisma.sql`(${waits} AND ${approvableBy(actor)})` : null;

/** What this person waits for: a publisher for others to approve, anybody else what he handed in. */
export const awaitedBy = (actor: UserActor) =>
  canPublishArticles(actor)
    ? Prisma.sql`(${waits} AND NOT ${approvableBy(actor)})`
    : Prisma.sql`(${waits} AND ${submittedBy(actor)})`;

/** Who has waited longest comes first, be it from the moment of handing in or of appearing without approval. */
export const LONGEST_WAITING_FIRST = Prisma.sql`coalesce(a."approvalOwedSince",
  (SELECT max(m.at) FROM "Milestone" m WHERE m."articleId" = a.id AND m.kind = 'submitted'), a."updatedAt"), a.id`;
