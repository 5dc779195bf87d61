import fs from "node:fs";
import path from "node:path";
import { withConnection } from "#lib/server/database/connection.ts";
import { ensureData, OWNER } from "#lib/server/database/postgres-data.ts";
import {
  answersWhileAlive,
  endServer,
  launch,
  removeStaleFile,
  runningServer,
} from "#lib/server/database/postgres-process.ts";
import { programsFor, serverUser } from "#lib/server/database/postgres-programs.ts";
import { keptSecret } from "#lib/server/start/kept-secret.ts";
import { lock, tryLock } from "#lib/server/start/lock.ts";
import { refusal } from "#lib/server/start/operator-failure.ts";
import { keptPort } from "#lib/server/start/port.ts";

const PATIENCE = 180_000;

/**
 * Starts the PostgreSQL that comes with the project, with its files under `folder`, or joins it when it runs already:
 * left behind by a killed site, or shared by a site and an operator's command. Whoever stops last ends it.
 */
export async function startEmbeddedPostgres(folder: string, database: string, { durable = true } = {}) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const leave = await lock(path.join(folder, "users.lock"), "together", PATIENCE);
  if (!leave) throw refusal(`Cơ sở dữ liệu trong ${folder} đang dừng quá lâu. Hãy thử lại sau ít phút.`);
  try {
    const server = await takingTurns(folder, () => startOrJoin(folder, durable));
    await ensureDatabase(server.url("postgres"), database);
    return {
      url: server.url(database),
      adopted: server.joined,
      /** Starts it again after it died by itself, on the same port; does nothing while it runs. */
      revive: () => takingTurns(folder, () => startOrJoin(folder, durable, server.port)),
      stop: () => takingTurns(folder, () => leaveOrEnd(folder, leave)),
    };
  } catch (error) {
    await takingTurns(folder, () => leaveOrEnd(folder, leave));
    throw error;
  }
}

/** Whether the server under `folder` is there at all. */
export const isServerAlive = (folder: string) => runningServer(path.join(folder, "data")) !== undefined;

/** One process at a time starts or ends the server of a folder. */
async function takingTurns<T>(folder: string, work: () => Promise<T>) {
  const release = await lock(path.join(folder, "turn.lock"), "alone", PATIENCE);
  if (!release)
    throw refusal(`Một chương trình khác đang khởi động cơ sở dữ liệu trong ${folder} quá lâu. Hãy thử lại.`);
  try {
    return await work();
  } finally {
    release();
  }
}

async function startOrJoin(folder: string, durable: boolean, samePort?: number) {
  const data = path.join(folder, "data");
  const password = keptSecret(path.join(folder, "password"));
  const urlAt = (port: number) => (name: string) => `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${name}`;

  const running = runningServer(data);
  if (running?.port && (await answersWhileAlive(urlAt(running.port)("postgres"), running.pid)))
    return { url: urlAt(running.port), port: running.port, joined: true };

  const user = serverUser(data);
  const program = programsFor(user, path.join(folder, "programs"));
  await ensureData(data, program("initdb"), user, path.join(folder, "password"), durable);
  const port = samePort ?? (await keptPort(path.join(folder, "port")));
  const log = path.join(folder, "postgres.log");
  if (!runningServer(data)) removeStaleFile(data);
  await launch({ program: program("postgres"), data, user, port, log, durable }, urlAt(port)("postgres"));
  return { url: urlAt(port), port, joined: false };
}

async function leaveOrEnd(folder: string, leave: () => void) {
  leave();
  const alone = tryLock(path.join(folder, "users.lock"), "alone");
  if (!alone) return; // somebody else still works with it
  const running = runningServer(path.join(folder, "data"));
  if (running) await endServer(running.pid);
  alone();
}

async function ensureDatabase(url: string, name: string) {
  await withConnection(url, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}
