import { readFileSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import next from "next";
import { keepArticlesOnTime } from "#lib/articles/due.ts";
import { keepDraftsForgotten } from "#lib/articles/forgetting.ts";
import { keepLinksChecked } from "#lib/articles/link-checking.ts";
import { env, siteUrl } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { keepMailSent } from "#lib/mail/outbox.ts";
import { keepMediaSwept } from "#lib/media/shelf.ts";
import { keepPollsSealed } from "#lib/polls/seals.ts";
import { keepSearchTidy } from "#lib/search/tidying.ts";
import { endAfterBugs, hearDrain } from "#lib/server/child-process.ts";
import { createSiblings, type ToPrimary, type ToProcess } from "#lib/server/content/siblings.ts";
import { securityHeaders } from "#lib/server/front/security-headers.ts";
import { describeNext } from "#lib/server/next/metrics.ts";
import { contentReading, createNextServer } from "#lib/server/next/next-server.ts";
import { createRenderer } from "#lib/server/next/renderer.ts";
import { stylesheetReader } from "#lib/server/next/stylesheets.ts";

/** Readers of finished pages come first: a front that has something to send goes before any rendering. */
const AFTER_THE_FRONTS = 5;

endAfterBugs();
os.setPriority(AFTER_THE_FRONTS);

const root = path.resolve(import.meta.dirname, "../..");
// As the server that Next itself writes for `output: "standalone"` does: the settings as the build found them, not once more
// from next.config.mjs.
const built = JSON.parse(readFileSync(path.join(root, ".next/required-server-files.json"), "utf8"));
process.env["__NEXT_PRIVATE_STANDALONE_CONFIG"] = JSON.stringify(built.config);
// A server that never listens: on the real one Next would answer WebSockets.
const app = next({ dev: false, dir: root, hostname: env.HOST, port: env.PORT, httpServer: http.createServer() });
await app.prepare();

const site = new URL(siteUrl());
const handle = app.getRequestHandler();
const security = securityHeaders(site.protocol === "https:");
const render = createRenderer({ handle, host: site.host, security, readStylesheet: stylesheetReader(root) });
const server = createNextServer({ handle, render });

const tell = (message: ToPrimary) => void process.send?.(message);
const siblings = createSiblings(() => {}, process.send ? tell : undefined);
// For lib/content-version.ts and lib/once-per-reading.ts, which Next has bundled once more.
Object.assign(globalThis, { contentSettled: siblings.settle, contentReading });
describeNext();

process.on("message", (message: ToProcess) => void siblings.receive(message));
hearDrain(() => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
server.on("error", (error) => {
  log.fatal({ err: error }, "Cannot listen: this process ends");
  process.exit(1);
});
server.listen(env.NEXT_SOCKET, () => tell({ type: "ready" }));

keepMediaSwept();
keepPollsSealed();
keepArticlesOnTime();
keepDraftsForgotten();
keepLinksChecked();
keepSearchTidy();
keepMailSent();
