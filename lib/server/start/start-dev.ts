import { spawn } from "node:child_process";
import net from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { env } from "#lib/env.ts";
import { buildWhenChanged } from "#lib/server/start/build.ts";
import { atEnd, end, inHurry, isEnding } from "#lib/server/start/ending.ts";
import { prepareFirstRun } from "#lib/server/start/first-run.ts";
import { claimPlace, openDatabase } from "#lib/server/start/prepare.ts";
import { root } from "#lib/server/start/root.ts";

/** The same database, secrets and content as `npm start`, served by Next's development server, which reloads what changes. */
export async function startForDevelopment() {
  const { port, announce } = await claimPlace();
  const { ownerUrl, appUrl } = await openDatabase();
  await buildWhenChanged(root, { site: false });
  const setupPath = await prepareFirstRun({ ownerUrl, appUrl });

  const next = path.join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "dev", "-p", String(port), "-H", env.HOST], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      NODE_ENV: "development",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: appUrl,
      DATABASE_APP_URL: "",
      AUTH_SECRET: env.AUTH_SECRET ?? "",
    },
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  atEnd(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  inHurry(() => child.kill("SIGKILL"));
  void ended.then((code) => end(code ?? 1));

  await listening(port);
  announce(setupPath);
}

async function listening(port: number) {
  const host = env.HOST === "0.0.0.0" || env.HOST === "::" ? "127.0.0.1" : env.HOST;
  while (!isEnding() && !(await connects(host, port))) await pause(200);
}

function connects(host: string, port: number) {
  return new Promise<boolean>((resolve) => {
    const socket = net.connect(port, host);
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.end());
  });
}
