import cluster, { type Worker } from "node:cluster";
import type { ToPrimary, ToProcess } from "#lib/server/content/siblings.ts";

/**
 * Passes a new content version on to the fronts of this machine, and tells the process that published it once all of them
 * know ("settled"): its reader then finds the page new, whichever answers next. Their side is siblings.ts. The processes with
 * Next keep no pages, so nobody waits for one that is busy or still loading.
 */
export function relayContentVersions(listFronts: () => Worker[]) {
  const open = new Map<string, { from: Worker; left: Set<Worker> }>();

  function heard(asked: string, by: Worker) {
    const question = open.get(asked);
    if (!question?.left.delete(by) || question.left.size > 0) return;
    open.delete(asked);
    if (question.from.isConnected()) tell(question.from, { type: "settled", asked });
  }

  cluster.on("message", (worker: Worker, message: ToPrimary) => {
    if (message.type === "heard") heard(message.asked, worker);
    if (message.type !== "content") return;
    const fronts = listFronts();
    open.set(message.asked, { from: worker, left: new Set([...fronts, worker]) });
    for (const front of fronts) tell(front, message);
    heard(message.asked, worker);
  });
  cluster.on("exit", (worker) => {
    for (const asked of open.keys()) heard(asked, worker); // the dead need not know
  });
}

export const liveProcesses = () =>
  Object.values(cluster.workers ?? {}).filter((worker): worker is Worker => worker?.isConnected() === true);

export const tell = (worker: Worker, message: ToProcess) => worker.send(message);
