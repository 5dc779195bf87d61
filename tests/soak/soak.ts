import { setTimeout as pause } from "node:timers/promises";
import { verifyBoard } from "#lib/polls/verify.ts";
import { closeAndReadBoard, countNow, places } from "#tests/soak/counts.ts";
import { type Disturbance, disturb, disturbanceAt, freezeDatabase } from "#tests/soak/disturbances.ts";
import { createLedger, type Ledger } from "#tests/soak/ledger.ts";
import { type Ask, createRequester } from "#tests/soak/requests.ts";
import { firstNode, furtherNode, type SiteNode } from "#tests/soak/site-processes.ts";
import { replay, voteUntilTold } from "#tests/soak/voters.ts";

type Plan = {
  votes: number;
  kills: number;
  /** One port a node. */
  ports: number[];
  dataFolder: string;
  connections?: number;
  /** Seconds for which the database stands still once, halfway. */
  freeze?: number;
  onVote?: () => void;
  onKill?: (kind: Disturbance | "freeze", counted: number) => void;
};

const SLUG = "danh-gia-trang-thong-tin";
const REPLAYED = 200;

/** Votes under kills from an empty folder to a verified board. What did not agree stands in `wrong`. */
export async function soak(plan: Plan) {
  const { dataFolder, ports, connections = 32 } = plan;
  const nodes = ports.map((port, at) => (at === 0 ? firstNode : furtherNode)({ dataFolder, port }));
  const over = new AbortController();
  try {
    for (const node of nodes) await node.start();
    const run = await openRun(plan, nodes, createRequester(connections), over.signal);
    await Promise.all([killAlong(run), ...Array.from({ length: connections }, () => voteAlong(run))]);
    await replaySome(run);
    await compare(run);
    const { told, untold, wrong } = run.ledger;
    return { acknowledged: told.size, untold, wrong, seconds: (performance.now() - run.started) / 1000 };
  } finally {
    over.abort(); // voters do not wait for a site that will not come back
    for (const node of nodes.toReversed()) await node.stop();
  }
}

type Run = Awaited<ReturnType<typeof openRun>>;

async function openRun(plan: Plan, nodes: SiteNode[], ask: Ask, over: AbortSignal) {
  const ledger: Ledger = createLedger();
  const origins = nodes.map(({ origin }) => origin);
  const first = origins[0] ?? "";
  const { options } = await countNow(ask, first, SLUG);
  const papers: Awaited<ReturnType<typeof voteUntilTold>>[] = [];
  const booth = { origins, slug: SLUG, ask, ledger, over };
  return {
    plan,
    nodes,
    ask,
    ledger,
    first,
    options,
    papers,
    booth,
    left: { votes: plan.votes },
    started: performance.now(),
  };
}

/** One voter after another; the options get unequal shares, so that a ballot under the wrong one shows. */
async function voteAlong({ plan, left, options, papers, booth }: Run) {
  while (left.votes > 0) {
    left.votes--;
    const at = Math.floor(options.length * Math.random() ** 2);
    papers.push(await voteUntilTold(booth, options[at]?.id ?? 0));
    plan.onVote?.();
  }
}

/** The kills spread over the votes; after each, nothing that was told may be missing and nothing counted that was not sent. */
async function killAlong(run: Run) {
  const { plan, nodes, papers } = run;
  const scene = { nodes, dataFolder: plan.dataFolder };
  const halfway = plan.freeze ? Math.ceil(plan.kills / 2) : -1;
  for (let kill = 0; kill < plan.kills; kill++) {
    while (papers.length < ((kill + 1) * plan.votes) / (plan.kills + 1))
      await pause(5, undefined, { signal: run.booth.over });
    if (kill === halfway) {
      await freezeDatabase(scene, plan.freeze ?? 0);
      plan.onKill?.("freeze", await checkBounds(run));
    }
    await disturb(disturbanceAt(kill), scene);
    plan.onKill?.(disturbanceAt(kill), await checkBounds(run));
  }
}

async function checkBounds({ ask, first, ledger, options }: Run) {
  const least = options.map(({ id }) => ledger.acknowledged(id));
  const { total, options: counted } = await countNow(ask, first, SLUG);
  options.forEach(({ id, label }, at) => {
    const ballots = counted.find((option) => option.id === id)?.ballots ?? 0;
    if (ballots < (least[at] ?? 0)) ledger.wrong.push(`"${label}": told ${least[at]}, counted ${ballots}`);
    if (ballots > ledger.papers(id)) ledger.wrong.push(`"${label}": sent ${ledger.papers(id)}, counted ${ballots}`);
  });
  return total;
}

/** Some who voted long ago, before one restart or another, send their forms again. */
async function replaySome({ papers, booth }: Run) {
  const again = papers.toSorted(() => Math.random() - 0.5).slice(0, REPLAYED);
  for (const paper of again) await replay(booth, paper);
}

/** Once all retries have settled, every place says exactly what the voters were told. */
async function compare({ plan, ask, first, ledger, options }: Run) {
  const expected = options.map(({ id }) => ledger.acknowledged(id));
  for (const [place, read] of Object.entries(places(ask, first, SLUG, plan.dataFolder))) {
    let seen = await read(options);
    for (const end = Date.now() + 10_000; String(seen) !== String(expected) && Date.now() < end; await pause(300))
      seen = await read(options);
    if (String(seen) !== String(expected)) ledger.wrong.push(`${place} says ${seen}, the voters were told ${expected}`);
  }
  const exported = await closeAndReadBoard(ask, first, SLUG, plan.dataFolder);
  const onBoard = new Map(exported.board.map(({ receipt, options: [option] }) => [receipt, option]));
  ledger.wrong.push(...verifyBoard(exported));
  for (const [receipt, option] of ledger.told)
    if (onBoard.get(receipt) !== option) ledger.wrong.push(`the board does not have ${receipt} under ${option}`);
  if (onBoard.size !== ledger.told.size)
    ledger.wrong.push(`${onBoard.size} ballots on the board, ${ledger.told.size} told`);
}
