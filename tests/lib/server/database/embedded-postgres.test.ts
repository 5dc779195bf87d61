import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { requireFitDatabase } from "#lib/server/database/database-fitness.ts";
import { isServerAlive, startEmbeddedPostgres } from "#lib/server/database/embedded-postgres.ts";
import { ask } from "#tests/support/empty-database.ts";

const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "máy chủ-")), "postgres");
const pidFile = path.join(folder, "data/postmaster.pid");
const start = () => startEmbeddedPostgres(folder, "chuyen_muc");
const serverPid = () => Number(fs.readFileSync(pidFile, "utf8").split("\n")[0]);

afterAll(async () => {
  if (isServerAlive(folder)) await start().then((server) => server.stop());
  fs.rmSync(path.dirname(folder), { recursive: true, force: true });
});

test("an initialisation that a kill cut off is made anew", async () => {
  fs.mkdirSync(path.join(folder, "data.new"), { recursive: true });
  fs.writeFileSync(path.join(folder, "data.new/PG_VERSION"), "18");

  const server = await start();
  await ask(server.url, "CREATE TABLE vote (id int)");
  await server.stop();
  expect(isServerAlive(folder)).toBe(false);
}, 60_000);

test("every row that was confirmed is there after kill -9, on the same port", async () => {
  const server = await start();
  let confirmed = 0;
  const votes = (async () => {
    for (;;) await ask(server.url, `INSERT INTO vote VALUES (${confirmed + 1})`).then(() => confirmed++);
  })();
  while (confirmed < 20) await new Promise((resolve) => setTimeout(resolve, 10));
  process.kill(serverPid(), "SIGKILL");
  await expect(votes).rejects.toThrow();

  await server.revive();
  const [row] = await ask<{ all: string }>(server.url, `SELECT count(*) AS all FROM vote WHERE id <= ${confirmed}`);
  expect(Number(row?.all)).toBe(confirmed);
  await server.stop();
}, 60_000);

test("a server whose site was killed is found and joined", async () => {
  const program = `import { startEmbeddedPostgres } from "#lib/server/database/embedded-postgres.ts";
    await startEmbeddedPostgres(process.argv[1], "chuyen_muc"); console.log("up"); setInterval(() => {}, 1000)`;
  const site = spawn(process.execPath, ["--input-type=module", "-e", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(site.stdout, "data");
  site.kill("SIGKILL");
  await once(site, "exit");
  const left = serverPid();

  const server = await start();
  expect(server.adopted).toBe(true);
  expect(serverPid()).toBe(left);
  await server.stop();
  expect(isServerAlive(folder)).toBe(false);
}, 60_000);

test("whoever stops last ends it", async () => {
  const [site, command] = await Promise.all([start(), start()]);
  await site.stop();
  await ask(command.url, "SELECT 1");
  await command.stop();
  expect(isServerAlive(folder)).toBe(false);
}, 60_000);

test("its log says what failed and never which values: a refused ballot's would be a choice", async () => {
  const server = await start();
  await ask(server.url, "CREATE TABLE option (id int PRIMARY KEY); CREATE TABLE ballot (chosen int REFERENCES option)");
  await expect(ask(server.url, "INSERT INTO ballot VALUES ($1)", [987_654])).rejects.toThrow(/foreign key/);
  await server.stop();
  const log = fs.readFileSync(path.join(folder, "postgres.log"), "utf8");
  expect(log).toMatch(/violates foreign key/);
  expect(log).not.toContain("987654");
}, 60_000);

test("a process number that another program has by now does not stand in the way", async () => {
  fs.writeFileSync(pidFile, `${process.pid}\n${folder}/data\n0\n1\n\n127.0.0.1\n\nready\n`);
  const server = await start();
  expect(server.adopted).toBe(false);
  await server.stop();
}, 60_000);

test("it keeps what it confirmed whatever its files say, and a database or role that would forget is refused", async () => {
  fs.appendFileSync(
    path.join(folder, "data/postgresql.auto.conf"),
    "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n",
  );
  const server = await start();
  await expect(requireFitDatabase(server.url)).resolves.toBeUndefined();

  for (const forgetful of ["DATABASE chuyen_muc", "ROLE chuyen_muc_owner"]) {
    await ask(server.url, `ALTER ${forgetful} SET synchronous_commit = off`);
    await expect(requireFitDatabase(server.url)).rejects.toThrow(
      "Cơ sở dữ liệu có thể làm mất phiếu đã ghi khi mất điện. Hãy bật lại trên máy chủ: synchronous_commit.",
    );
    await ask(server.url, `ALTER ${forgetful} RESET synchronous_commit`);
  }
  await server.stop();
}, 60_000);

test("data of a newer PostgreSQL is refused", async () => {
  fs.writeFileSync(path.join(folder, "data/PG_VERSION"), "19\n");
  await expect(start()).rejects.toThrow(/thuộc PostgreSQL 19, bản này dùng PostgreSQL 18/);
});

test("whether a server is alive can be asked while it writes its file and takes it away", async () => {
  const own = fs.mkdtempSync(path.join(os.tmpdir(), "chuyen-muc-pid-"));
  fs.mkdirSync(path.join(own, "data"));
  const script = `const fs = require("node:fs"), file = ${JSON.stringify(path.join(own, "data/postmaster.pid"))};
    for (const end = Date.now() + 1000; Date.now() < end; ) { fs.writeFileSync(file, "1"); fs.unlinkSync(file); }`;
  const writer = spawn(process.execPath, ["-e", script], { stdio: "ignore" });
  const gone = once(writer, "exit");
  let asked = 0;
  for (; writer.exitCode === null; asked += 1) {
    expect(isServerAlive(own)).toBe(false);
    if (asked % 200 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await gone;
  expect(asked).toBeGreaterThan(100);
  fs.rmSync(own, { recursive: true });
});
