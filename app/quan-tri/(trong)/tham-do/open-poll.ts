import { notFound } from "next/navigation";
import { requireReader } from "#lib/auth/current.ts";
import { getPollToRun } from "#lib/polls/editing.ts";
import { canRunPolls } from "#lib/polls/policy.ts";

/** Who reads a page of the polls' section: an administrator, or nobody. */
export async function requirePollClerk(path: string) {
  const actor = await requireReader(path);
  return canRunPolls(actor) ? actor : notFound();
}

/** The poll that a page under /quan-tri/tham-do/[id] is about. */
export async function openPoll(params: Promise<{ id: string }>, page = "") {
  const { id } = await params;
  const actor = await requirePollClerk(`/quan-tri/tham-do/${id}${page}`);
  const poll = /^[1-9]\d{0,8}$/.test(id) ? await getPollToRun(actor, Number(id)) : null;
  return { actor, poll: poll ?? notFound() };
}
