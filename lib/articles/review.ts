import type { Actor } from "#lib/actor.ts";
import { moveOn, type ReadArticle, readMovable, recordSteps, refuse } from "#lib/articles/moving.ts";
import { moveInput, returnInput } from "#lib/articles/schema.ts";
import { type Move, reasonsNotToShow } from "#lib/articles/workflow.ts";
import { db } from "#lib/db.ts";
import type { MilestoneKind } from "#prisma/client/enums.ts";

/** Asks for approval of the newest revision. */
export async function submitArticle(actor: Actor, input: unknown) {
  const article = await readMovable(actor, "submit", moveInput.parse(input));
  refuse(reasonsNotToShow({ ...article.head, dateline: null }, new Date()));
  return step(actor, article, { move: "submit", kind: "submitted" });
}

/** Gives a text back to its writer and says what is missing. */
export async function returnArticle(actor: Actor, input: unknown) {
  const { note, ...wanted } = returnInput.parse(input);
  return step(actor, await readMovable(actor, "return", wanted), { move: "return", kind: "returned", note });
}

/** Puts an article that readers do not see out of the way. The notice at its address stays. */
export async function archiveArticle(actor: Actor, input: unknown) {
  return step(actor, await readMovable(actor, "archive", moveInput.parse(input)), {
    move: "archive",
    kind: "archived",
  });
}

export async function unarchiveArticle(actor: Actor, input: unknown) {
  return step(actor, await readMovable(actor, "unarchive", moveInput.parse(input)), {
    move: "unarchive",
    kind: "unarchived",
  });
}

type Step = { move: Move; kind: MilestoneKind; note?: string };

function step(actor: Actor, article: ReadArticle, { move, kind, note }: Step) {
  return db.$transaction(async (tx) => {
    const version = await moveOn(tx, move, article);
    await recordSteps(tx, actor, article, { kind, note });
    return { id: article.id, version };
  });
}
