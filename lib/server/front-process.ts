import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { keepPollsOnTime } from "#lib/polls/on-time.ts";
import { endAfterBugs, hearDrain } from "#lib/server/child-process.ts";
import { createContentClock } from "#lib/server/content/content-clock.ts";
import { createSiblings, type ToPrimary, type ToProcess } from "#lib/server/content/siblings.ts";
import { receiveMetrics } from "#lib/server/front/cluster-metrics.ts";
import { createFront } from "#lib/server/front/front.ts";
import { describeFront } from "#lib/server/front/metrics.ts";
import { keepNetworkSalt } from "#lib/server/front/network-salt.ts";

// A process that holds the port and the pages: small, without Next, so that nobody's rendering stands before a reader.
const LAST_REQUESTS_MS = 1000;
const RETRY_MS = 1000;

endAfterBugs();
const clock = createContentClock(env.DATABASE_URL ?? "");
await clock.start();
const front = createFront({ clock, socketPaths: env.NEXT_SOCKETS });
const tell = (message: ToPrimary) => void process.send?.(message);
const siblings = createSiblings(clock.learn, process.send ? tell : undefined);
describeFront(front.store, clock);

process.on("message", (message: ToProcess) => {
  siblings.receive(message);
  receiveMetrics(message);
});
hearDrain(() => {
  front.startDraining();
  // A moment in which a proxy's kept connections learn of the end by an answer rather than by a reset.
  front.server.getConnections((_error, open) => setTimeout(close, open > 0 ? LAST_REQUESTS_MS : 0));
});

function close() {
  front.server.close(async () => {
    await clock.stop().catch(() => {});
    process.exit(0);
  });
}

front.server.on("error", (error) => {
  log.fatal({ err: error }, "Cannot listen: this process ends");
  process.exit(1);
});
front.server.listen({ port: env.PORT, host: env.HOST, backlog: 1024 }, async () => {
  await warm(); // or the first reader waits while Next loads its modules
  tell({ type: "ready" });
});

/** Has a first page rendered; one that fails is tried again, but nobody waits for it. */
async function warm() {
  await front.store.get({ key: "/", storable: true }).catch(() => void setTimeout(warm, RETRY_MS).unref());
}

keepNetworkSalt();
keepPollsOnTime(clock.strike);
