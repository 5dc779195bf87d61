import { setTimeout as pause } from "node:timers/promises";
import { withConnection } from "#lib/server/database/connection.ts";
import { codeOf, messageOf, refusal } from "#lib/server/start/operator-failure.ts";

const OLDEST = 15;
const STARTING_UP = "57P03";
const PATIENCE = 30_000;
const SETTINGS = `
  SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('fsync') AS fsync,
    current_setting('full_page_writes') AS full_page_writes, current_setting('synchronous_commit') AS synchronous_commit`;

/** Refuses a database that cannot be reached, is too old, or could forget a vote that it has confirmed. */
export async function requireFitDatabase(url: string) {
  const { major, ...durability } = await readSettings(url);
  if (Number(major) < OLDEST)
    throw refusal(`PostgreSQL ${major} quá cũ, cần PostgreSQL ${OLDEST} trở lên. Hãy nâng cấp máy chủ cơ sở dữ liệu.`);
  const off = Object.entries(durability)
    .filter(([, value]) => value === "off")
    .map(([name]) => name);
  if (off.length > 0)
    throw refusal(
      `Cơ sở dữ liệu có thể làm mất phiếu đã ghi khi mất điện. Hãy bật lại trên máy chủ: ${off.join(", ")}.`,
    );
}

/** Asks the server, waiting for one that is just starting. */
async function readSettings(url: string) {
  for (const end = Date.now() + PATIENCE; ; await pause(500)) {
    try {
      const { rows } = await withConnection(url, (client) => client.query<Record<string, string>>(SETTINGS), 10_000);
      return rows[0] ?? {};
    } catch (error) {
      if (codeOf(error) !== STARTING_UP || Date.now() > end) throw refusal(sentence(url, error));
    }
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: "không có máy chủ nào trả lời ở đó",
  ENOTFOUND: "không tìm thấy máy đó",
  EAI_AGAIN: "không tra được tên máy đó",
  "28P01": "sai tên hoặc mật khẩu",
  "28000": "máy chủ không cho tài khoản này kết nối",
  "3D000": "chưa có cơ sở dữ liệu tên đó",
  [STARTING_UP]: "máy chủ chưa sẵn sàng",
  ETIMEDOUT: "máy đó không trả lời",
  EHOSTUNREACH: "không có đường tới máy đó",
  ENETUNREACH: "không có đường tới mạng của máy đó",
  ECONNRESET: "máy đó ngắt kết nối giữa chừng",
  "timeout expired": "máy đó không trả lời trong 10 giây",
  "Connection terminated unexpectedly": "máy đó ngắt kết nối giữa chừng",
  "The server does not support SSL connections": "máy chủ không nhận kết nối mã hóa (SSL)",
};

function sentence(url: string, error: unknown) {
  const { host, pathname } = new URL(url); // never the password
  const reason = REASONS[codeOf(error) ?? messageOf(error)] ?? messageOf(error);
  return `Không kết nối được cơ sở dữ liệu ${host}${pathname}: ${reason}. Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL rồi chạy lại.`;
}
