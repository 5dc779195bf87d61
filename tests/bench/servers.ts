import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import cluster from "node:cluster";
import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { withDescendants } from "#tests/bench/wrk.ts";

/** A server under measurement: where it answers, its processes, and how to end it. */
export type Server = { origin: string; pids: () => number[]; stop: () => Promise<void> };
export type Bytes = { identity: Buffer; br: Buffer; gzip: Buffer; headers: Record<string, string> };

/** nginx with the page as three files: brotli_static and gzip_static choose, nothing is computed. */
export async function startNginx(folder: string, port: number, page: Bytes): Promise<Server> {
  const root = path.join(folder, "nginx");
  fs.mkdirSync(root, { recursive: true });
  fs.writeFileSync(path.join(root, "page.html"), page.identity);
  fs.writeFileSync(path.join(root, "page.html.br"), page.br);
  fs.writeFileSync(path.join(root, "page.html.gz"), page.gzip);
  const config = path.join(root, "nginx.conf");
  fs.writeFileSync(config, nginxConfig(root, port));
  fs.chmodSync(folder, 0o755); // nginx drops its privileges
  return ready(
    spawn("nginx", ["-c", config, "-e", path.join(root, "error.log")], { stdio: "ignore" }),
    `http://127.0.0.1:${port}`,
    "/page.html",
  );
}

const nginxConfig = (root: string, port: number) => `
load_module modules/ngx_http_brotli_static_module.so;
daemon off; worker_processes 2; pid ${root}/nginx.pid;
events { worker_connections 4096; }
http {
  types { text/html html; }
  sendfile on; tcp_nopush on; keepalive_requests 10000000; access_log off; open_file_cache max=16; etag on;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${root}/${kind};`).join(" ")}
  server { listen 127.0.0.1:${port} backlog=4096; root ${root}; brotli_static on; gzip_static on; charset utf-8; }
}`;

/** The least that Node can do: two processes that write the same bytes and headers from memory. */
export async function startBare(folder: string, port: number, page: Bytes): Promise<Server> {
  const file = path.join(folder, "bare.json");
  fs.writeFileSync(file, JSON.stringify({ headers: page.headers, br: page.br.toString("base64") }));
  const child = spawn(process.execPath, [import.meta.filename, "bare", file, String(port)], { stdio: "ignore" });
  return ready(child, `http://127.0.0.1:${port}`, "/");
}

function serveBare(file: string, port: number) {
  if (cluster.isPrimary) {
    cluster.fork();
    cluster.fork();
    process.on("SIGTERM", () => process.exit(0));
    return;
  }
  const { headers, br } = JSON.parse(fs.readFileSync(file, "utf8")) as { headers: Record<string, string>; br: string };
  const flat = Object.entries(headers).flat();
  const body = Buffer.from(br, "base64");
  const server = http.createServer((request, response) => {
    response.writeHead(200, flat);
    response.end(request.method === "HEAD" ? undefined : body);
  });
  server.keepAliveTimeout = 65_000;
  server.listen({ port, host: "127.0.0.1", backlog: 1024 });
}

/** The same text as a page that Next prerenders itself and serves by `next start`. */
export async function startNextTwin(root: string, folder: string, port: number, body: string): Promise<Server> {
  const app = path.join(folder, "next-twin");
  fs.mkdirSync(path.join(app, "app"), { recursive: true });
  const write = (name: string, text: string) => fs.writeFileSync(path.join(app, name), text);
  write("package.json", JSON.stringify({ name: "next-twin", private: true }));
  write(
    "next.config.mjs",
    `export default { turbopack: { root: ${JSON.stringify(root)} }, experimental: { turbopackFileSystemCacheForBuild: false } };`,
  );
  write(
    "app/layout.jsx",
    `export default function Layout({ children }) { return <html lang="vi"><body>{children}</body></html>; }`,
  );
  write(
    "app/page.jsx",
    `const html = ${JSON.stringify(body)};\nexport const dynamic = "force-static";\nexport default function Page() { return <div dangerouslySetInnerHTML={{ __html: html }} />; }`,
  );
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  execFileSync(process.execPath, [next, "build"], { cwd: app, env, stdio: ["ignore", "ignore", "inherit"] });
  return ready(
    spawn(process.execPath, [next, "start", "-p", String(port), "-H", "127.0.0.1"], { cwd: app, env, stdio: "ignore" }),
    `http://127.0.0.1:${port}`,
    "/",
  );
}

/** The product itself, by `npm start`, with a data folder of its own. */
export async function startSite(
  root: string,
  dataDir: string,
  port: number,
  settings: Record<string, string> = {},
): Promise<Server & { readyAfter: number }> {
  const started = performance.now();
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: "127.0.0.1",
    WEB_CONCURRENCY: "2",
    ...settings,
  } as NodeJS.ProcessEnv;
  const child = spawn("npm", ["start"], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
  const server = await ready(child, `http://127.0.0.1:${port}`, "/api/ready", 600_000);
  return { ...server, readyAfter: performance.now() - started };
}

async function ready(child: ChildProcess, origin: string, pathname: string, patience = 60_000): Promise<Server> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`${origin}: the server ended with ${child.exitCode}`);
    const answer = await fetch(origin + pathname, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (answer?.ok) return { origin, pids: () => withDescendants(child.pid ?? 0), stop: () => stop(child, origin) };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGTERM");
  throw new Error(`${origin} did not answer within ${patience / 1000} s`);
}

/** npm ends at once and what it started a moment later: over is when nobody answers any more. What is left then is killed. */
async function stop(child: ChildProcess, origin: string) {
  const pids = withDescendants(child.pid ?? 0);
  if (child.exitCode === null) child.kill("SIGTERM");
  const killing = setTimeout(() => pids.forEach(killIfAlive), 20_000);
  while (
    await fetch(origin, { signal: AbortSignal.timeout(1000) }).then(
      () => true,
      () => false,
    )
  )
    await pause(100);
  clearTimeout(killing);
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  await pause(1000); // the database ends last
}

function killIfAlive(pid: number) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {} // it has ended
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

if (process.argv[1] === import.meta.filename && process.argv[2] === "bare")
  serveBare(process.argv[3] ?? "", Number(process.argv[4]));
