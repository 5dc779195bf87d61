import type { UserActor } from "#lib/actor.ts";
import { listArticles } from "#lib/articles/editing.ts";
import { canEditAnyArticle, canPublishArticles } from "#lib/articles/policy.ts";

const SHOWN = 5;

/** What waits for this person, most pressing first; groups without anything are left out. */
export async function listTasks(actor: UserActor) {
  const states = [
    "overdue",
    "returned",
    ...(canPublishArticles(actor) ? (["submitted", "owed"] as const) : []),
    "scheduled",
    ...(canEditAnyArticle(actor) ? (["stale"] as const) : []),
  ] as const;
  const groups = await Promise.all(
    states.map(async (state) => {
      const { articles } = await listArticles(actor, { state, mine: state === "returned" });
      return { state, articles: articles.slice(0, SHOWN), more: articles.length > SHOWN };
    }),
  );
  return groups.filter(({ articles }) => articles.length > 0);
}
