import { readdirSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import next from "next";
import { env, settleDatabase, siteUrl } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { endAfterBugs, hearDrain } from "#lib/server/child-process.ts";
import { createSiblings, type ToPrimary, type ToProcess } from "#lib/server/content/siblings.ts";
import { securityHeaders } from "#lib/server/front/security-headers.ts";
import { createNextServer } from "#lib/server/next/next-server.ts";
import { createRenderer } from "#lib/server/next/renderer.ts";
import { stylesheetReader } from "#lib/server/next/stylesheets.ts";
import { contentReading, pageShows } from "#lib/server/next/under-way.ts";

/** Readers of finished pages come first: a front that has something to send goes before any rendering. */
const AFTER_THE_FRONTS = 5;
const FIRST_READERS_MS = 1000;

endAfterBugs();
const toldOfDatabase = new Promise<string>((resolve) => {
  if (env.DATABASE_URL) resolve(env.DATABASE_URL);
  process.on("message", (message: ToProcess) => message.type === "database" && resolve(message.url));
});
let drain: () => void = () => process.exit(0);
hearDrain(() => drain());
giveWay();

const root = path.resolve(import.meta.dirname, "../..");
// As the server that Next itself writes for `output: "standalone"` does: the settings as the build found them, not once more
// from next.config.mjs.
const built = JSON.parse(readFileSync(path.join(root, ".next/required-server-files.json"), "utf8"));
process.env["__NEXT_PRIVATE_STANDALONE_CONFIG"] = JSON.stringify(built.config);
// A server that never listens: on the real one Next would answer WebSockets.
const app = next({ dev: false, dir: root, hostname: env.HOST, port: env.PORT, httpServer: http.createServer() });
const [database] = await Promise.all([toldOfDatabase, app.prepare()]);
settleDatabase(database);

const site = new URL(siteUrl());
const handle = app.getRequestHandler();
const security = securityHeaders(site.protocol === "https:");
const render = createRenderer({ handle, host: site.host, security, readStylesheet: stylesheetReader(root) });
const server = createNextServer({ handle, render });

const tell = (message: ToPrimary) => void process.send?.(message);
const siblings = createSiblings(() => {}, process.send ? tell : undefined);
// For lib/content-version.ts, lib/once-per-reading.ts and lib/page-shows.ts, which Next has bundled once more.
Object.assign(globalThis, { contentSettled: siblings.settle, contentReading, pageShows });

process.on("message", (message: ToProcess) => void siblings.receive(message));
drain = () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
};
server.on("error", (error) => {
  log.fatal({ err: error }, "Cannot listen: this process ends");
  process.exit(1);
});
const [socketPath = ""] = env.NEXT_SOCKETS;
if (process.platform !== "win32") rmSync(socketPath, { force: true }); // left by the one whose place this is
// Its own socket, not one that the primary accepts connections on: those it had not handed on would die with nobody's answer.
server.listen({ path: socketPath, exclusive: true }, () => {
  tell({ type: "ready" });
  setTimeout(begin, FIRST_READERS_MS);
});

/** With all its threads: those that collect garbage and compile are there already. On Linux each has a priority of its own. */
function giveWay() {
  os.setPriority(AFTER_THE_FRONTS);
  if (process.platform !== "linux") return;
  try {
    for (const thread of readdirSync("/proc/self/task")) os.setPriority(Number(thread), AFTER_THE_FRONTS);
  } catch (error) {
    log.warn({ err: error }, "Not every thread gives way to the fronts"); // no /proc, or a thread that has just ended
  }
}

/** What uses the database is loaded only now that it is known, and after the first readers. */
async function begin() {
  const { beginWork } = await import("#lib/server/next/work.ts");
  beginWork();
}
