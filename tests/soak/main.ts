import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startProgress } from "#lib/cli/progress.ts";
import { soak } from "#tests/soak/soak.ts";

const HELP = `Cách dùng: npm run soak -- [--votes 100000] [--kills 50] [--nodes 2] [--freeze 20] [--port 3940]
Bỏ phiếu qua HTTP vào các tiến trình thật trong lúc chúng bị kill -9 (tiến trình phục vụ, cả ứng dụng, PostgreSQL, tất cả
một lúc), bị SIGTERM, cơ sở dữ liệu bị tắt ngang và bị treo, rồi khởi động lại và gửi lại phiếu cũ. Kết thúc bằng mã 0 khi không mất và không đếm đôi phiếu nào.
`;

const { values } = parseArgs({
  options: {
    votes: { type: "string", default: "100000" },
    kills: { type: "string", default: "50" },
    nodes: { type: "string", default: "2" },
    freeze: { type: "string", default: "20" },
    port: { type: "string", default: "3940" },
    help: { type: "boolean", short: "h" },
  },
});

async function run() {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "chuyen-muc-soak-"));
  const progress = startProgress(Number(values.votes));
  const outcome = await soak({
    votes: Number(values.votes),
    kills: Number(values.kills),
    freeze: Number(values.freeze),
    ports: Array.from({ length: Number(values.nodes) }, (_, at) => Number(values.port) + at),
    dataFolder,
    onVote: progress.step,
    onKill: (kind, counted) => progress.print(process.stderr, `${kind} · ${counted} phiếu đã đếm`),
  }).finally(progress.stop);
  rmSync(dataFolder, { recursive: true, force: true });

  const { acknowledged, untold, wrong, seconds } = outcome;
  const rows = [
    ["Phiếu đã báo cho người bỏ phiếu", acknowledged],
    ["Lần gửi không rõ kết quả (đã gửi lại)", untold],
    ["Lần bị tắt", values.kills],
    ["Thời gian", `${seconds.toFixed(0)} giây`],
    ["Mất, đếm đôi hoặc sai chỗ", wrong.length],
  ];
  process.stdout.write(`${rows.map(([name, value]) => `${name}: ${value}`).join("\n")}\n`);
  process.stdout.write(
    wrong
      .slice(0, 50)
      .map((line) => `SAI  ${line}\n`)
      .join(""),
  );
  return wrong.length === 0 && acknowledged === Number(values.votes) ? 0 : 1;
}

if (values.help) process.stdout.write(HELP);
else process.exitCode = await run();
