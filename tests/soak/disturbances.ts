import { setTimeout as pause } from "node:timers/promises";
import { databaseProcesses, type SiteNode, send } from "#tests/soak/site-processes.ts";

type Scene = { nodes: SiteNode[]; dataFolder: string };

const any = <T>(list: T[]) => list[Math.floor(Math.random() * list.length)];

const killDatabase = ({ dataFolder }: Scene) => {
  for (const pid of databaseProcesses(dataFolder)) send(pid, "SIGKILL");
};

/** What is done to a running site, each without a warning. */
const DISTURBANCES = {
  worker: async ({ nodes }: Scene) => {
    const pid = any(nodes.flatMap((node) => node.processes().workers));
    if (!pid) throw new Error("No worker was there to be killed");
    send(pid, "SIGKILL");
  },
  database: async (scene: Scene) => killDatabase(scene),
  application: async ({ nodes }: Scene) => {
    const node = any(nodes);
    await node?.kill();
    await node?.start();
  },
  "both at once": async (scene: Scene) => {
    const [node] = scene.nodes; // the one that has the database
    killDatabase(scene);
    await node?.kill();
    await node?.start();
  },
  "SIGTERM and start": async ({ nodes }: Scene) => {
    const node = nodes.at(-1);
    await node?.stop();
    await node?.start();
  },
  "immediate shutdown of the database": async ({ dataFolder }: Scene) => {
    const [postmaster] = databaseProcesses(dataFolder);
    if (postmaster) send(postmaster, "SIGQUIT");
  },
};

export type Disturbance = keyof typeof DISTURBANCES;
const ORDER = Object.keys(DISTURBANCES) as Disturbance[];

/** The kinds in turn. */
export const disturbanceAt = (number: number): Disturbance => ORDER[number % ORDER.length] ?? "worker";

/** Does what it says and waits until every node says again that it is ready. */
export async function disturb(kind: Disturbance, scene: Scene) {
  await DISTURBANCES[kind](scene);
  await pause(300); // what was killed is missed by now
  await everybodyReady(scene);
}

/** Stops every process of the database where it stands, as a full disk controller or a paused virtual machine does. */
export async function freezeDatabase(scene: Scene, seconds: number) {
  const frozen = databaseProcesses(scene.dataFolder);
  for (const pid of frozen) send(pid, "SIGSTOP");
  await pause(seconds * 1000);
  for (const pid of frozen) send(pid, "SIGCONT");
  await everybodyReady(scene);
}

const PATIENCE = 180_000;

async function everybodyReady({ nodes }: Scene) {
  const end = Date.now() + PATIENCE;
  for (const node of nodes)
    for (; !(await node.isReady()); await pause(50))
      if (Date.now() > end) throw new Error(`${node.origin} did not come back: ${node.lastWords()}`);
}
