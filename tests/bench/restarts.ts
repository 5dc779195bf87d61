import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import https from "node:https";
import path from "node:path";
import { startEmbeddedPostgres } from "#lib/server/database/embedded-postgres.ts";
import type { Figures } from "#tests/bench/figures.ts";
import { type Server, startSite } from "#tests/bench/servers.ts";

const NODES = [3905, 3906] as const;
const PROXY = { plain: 3907, tls: 3908 };
const RESTARTS = 10;
const REQUESTS = 10_000;
const READERS = 8;
const PATHS = ["/", "/bai-viet/chi-bo-1-phuong-dong-thanh-to-chuc-dien-dan-sinh-hoat-chi-bo", "/tim-kiem?q=chi+bo"];

/** Two nodes on one database behind the documented nginx, restarted in turn while readers go on: nobody may notice. */
export async function measureRestarts(figures: Figures, root: string, folder: string) {
  const database = await startEmbeddedPostgres(path.join(folder, "postgres"), "restarts");
  const settings = {
    DATABASE_URL: database.url,
    AUTH_SECRET: "only-for-this-measurement-0123456789",
    SITE_URL: `https://127.0.0.1:${PROXY.tls}`,
    TRUSTED_PROXIES: "1",
    WEB_CONCURRENCY: "1",
  };
  const start = (index: 0 | 1) => startSite(root, path.join(folder, `node-${index}`), NODES[index], settings);
  const nodes: [Server, Server] = [await start(0), await start(1)];
  const proxy = await startProxy(root, folder);
  try {
    const readers = readUntilToldOtherwise();
    for (let count = 0; count < RESTARTS; count++) {
      const index = count % 2 === 0 ? 0 : 1;
      await nodes[index].stop();
      nodes[index] = await start(index);
      process.stdout.write(`  … khởi động lại ${count + 1}/${RESTARTS}, ${readers.asked()} yêu cầu\n`);
    }
    const { asked, failures } = await readers.stop();
    const found = `${failures.length} (${asked} yêu cầu, ${RESTARTS} lần khởi động lại) ${failures.slice(0, 3).join("; ")}`;
    figures.add("yêu cầu hỏng khi khởi động lại lần lượt sau nginx", "0", found, failures.length === 0);
  } finally {
    proxy.kill("SIGTERM");
    for (const node of nodes) await node.stop();
    await database.stop();
  }
}

/** Asks steadily for at least as many answers as promised, however long the restarts take. */
function readUntilToldOtherwise() {
  const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });
  const failures: string[] = [];
  let asked = 0;
  let over = false;
  async function reader() {
    while (!over || asked < REQUESTS) {
      const failure = await ask(PATHS[asked++ % PATHS.length] ?? "/", agent);
      if (failure) failures.push(failure);
      await new Promise((resolve) => setTimeout(resolve, over ? 0 : 20));
    }
  }
  const readers = Promise.all(Array.from({ length: READERS }, reader));
  async function stop() {
    over = true;
    await readers;
    agent.destroy();
    return { asked, failures };
  }
  return { asked: () => asked, stop };
}

/** What went wrong; undefined when a whole page came. */
function ask(pathname: string, agent: https.Agent) {
  return new Promise<string | undefined>((resolve) => {
    const request = https.get(`https://127.0.0.1:${PROXY.tls}${pathname}`, { agent, timeout: 30_000 }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => {
        const whole = response.statusCode === 200 && text.endsWith("</html>");
        resolve(whole ? undefined : `${pathname}: ${response.statusCode}`);
      });
    });
    request.on("error", (error) => resolve(`${pathname}: ${error.message}`));
    request.on("timeout", () => request.destroy(new Error("30 s")));
  });
}

/** The documented configuration with ports, names and a certificate of this machine. */
async function startProxy(root: string, folder: string): Promise<ChildProcess> {
  const at = (name: string) => path.join(folder, name);
  const certificate = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"];
  execFileSync("openssl", [...certificate, "-keyout", at("key.pem"), "-out", at("certificate.pem")], {
    stdio: "ignore",
  });
  const documented = fs.readFileSync(path.join(root, "docs/operations/nginx.conf"), "utf8");
  const site = documented
    .replace(/^ *listen \[::\].*\n/gm, "")
    .replace("listen 80;", `listen 127.0.0.1:${PROXY.plain};`)
    .replace("listen 443 ", `listen 127.0.0.1:${PROXY.tls} `)
    .replace("127.0.0.1:3000", `127.0.0.1:${NODES[0]}`)
    .replace("# server 127.0.0.1:3001", `server 127.0.0.1:${NODES[1]}`)
    .replaceAll("/etc/nginx/chuyen-muc-dang-proxy.conf", path.join(root, "docs/operations/chuyen-muc-dang-proxy.conf"))
    .replace(/ssl_certificate .*;/, `ssl_certificate ${at("certificate.pem")};`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${at("key.pem")};`);
  fs.writeFileSync(
    at("rolling.conf"),
    `daemon off; pid ${at("rolling.pid")}; events { worker_connections 1024; }\nhttp { access_log off;\n${site}\n}\n`,
  );
  const child = spawn("nginx", ["-c", at("rolling.conf"), "-e", at("rolling.log")], { stdio: "inherit" });
  await new Promise((resolve) => setTimeout(resolve, 500));
  if (child.exitCode !== null) throw new Error(`nginx: ${fs.readFileSync(at("rolling.log"), "utf8")}`);
  return child;
}
