import type { Actor } from "#lib/actor.ts";
import type { Move } from "#lib/articles/workflow.ts";

/** What the rules ask of an article: who began it, and whether readers see it. */
export type Owned = { beganBy: number | null; isLive: boolean };

const isOneOf = (actor: Actor, ...roles: string[]) =>
  actor.kind === "system" || (actor.kind === "user" && roles.includes(actor.role));

export const canWriteArticles = (actor: Actor) => isOneOf(actor, "contributor", "editor", "publisher", "administrator");

export const canEditAnyArticle = (actor: Actor) => isOneOf(actor, "editor", "publisher", "administrator");

/** Contributors edit what they began, as long as readers do not see it. */
export const canEditArticle = (actor: Actor, article: Owned) =>
  canEditAnyArticle(actor) ||
  (isOneOf(actor, "contributor") && actor.kind === "user" && article.beganBy === actor.id && !article.isLive);

/** Contributors read what they began, also once it is published. */
export const canReadDraft = (actor: Actor, article: Pick<Owned, "beganBy">) =>
  canEditAnyArticle(actor) || (isOneOf(actor, "contributor") && actor.kind === "user" && article.beganBy === actor.id);

/** Publishing is a right apart from writing; it covers taking down and moving a published address. */
export const canPublishArticles = (actor: Actor) => isOneOf(actor, "publisher", "administrator");

type Right = (actor: Actor, article: Owned) => boolean;

const RIGHTS: Record<Move, Right> = {
  save: canEditArticle,
  submit: canEditArticle,
  return: canPublishArticles,
  schedule: canPublishArticles,
  unschedule: canPublishArticles,
  publish: canPublishArticles,
  approve: canPublishArticles,
  setEnd: canPublishArticles,
  takeDown: canPublishArticles,
  archive: canEditAnyArticle,
  unarchive: canEditAnyArticle,
};

export const canMove = (actor: Actor, move: Move, article: Owned) => RIGHTS[move](actor, article);
