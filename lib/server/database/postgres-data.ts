import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { isDiskFull } from "#lib/disk-full.ts";
import type { ServerUser } from "#lib/server/database/postgres-programs.ts";
import { refusal } from "#lib/server/start/operator-failure.ts";

export const OWNER = "chuyen_muc_owner";
const MAJOR = 18;

/** How the server's programs are run: as whom, and inside which folder. */
export function runInside(data: string, user: ServerUser) {
  return {
    cwd: data,
    env: { NODE_ENV: "production", PATH: process.env["PATH"], TZ: "UTC", LC_ALL: "C" } as const,
    ...user,
  };
}

/** Another user may be unable to walk the path of a private folder, so the server is started inside it and told "here". */
export const placeOf = (data: string, user: ServerUser) =>
  user && process.platform === "linux" ? "/proc/self/cwd" : data;

/** Makes the database files once. They get their name only when they are complete, so a killed attempt is simply repeated. */
export async function ensureData(
  data: string,
  initdb: string,
  user: ServerUser,
  passwordFile: string,
  durable: boolean,
) {
  if (fs.existsSync(path.join(data, "PG_VERSION"))) return refuseOtherMajor(data);

  const draft = `${data}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  if (user) for (const file of [draft, passwordFile]) fs.chownSync(file, user.uid, user.gid);
  try {
    await initialise(initdb, draft, user, passwordFile, durable);
    fs.renameSync(draft, data);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

function refuseOtherMajor(data: string) {
  const major = Number.parseInt(fs.readFileSync(path.join(data, "PG_VERSION"), "utf8"), 10);
  if (major === MAJOR) return;
  const advice =
    major > MAJOR
      ? "Hãy chạy phiên bản mới hơn của Chuyên mục Đảng"
      : "Hãy chạy phiên bản cũ đã tạo ra nó để xuất dữ liệu";
  throw refusal(`Dữ liệu ở ${data} thuộc PostgreSQL ${major}, bản này dùng PostgreSQL ${MAJOR}. ${advice}.`);
}

function initialise(initdb: string, data: string, user: ServerUser, passwordFile: string, durable: boolean) {
  // Handed over as an open file: its path may be out of that user's reach, and a pipe cannot be opened again as /dev/stdin.
  const password = process.platform === "win32" ? undefined : fs.openSync(passwordFile, "r");
  const args = ["-D", placeOf(data, user), "-U", OWNER, "--auth=scram-sha-256"];
  args.push(`--pwfile=${password === undefined ? passwordFile : "/dev/stdin"}`);
  args.push("--encoding=UTF8", "--locale-provider=icu", "--icu-locale=vi-VN", "--locale=C");
  if (!durable) args.push("--no-sync");

  const child = spawn(initdb, args, { ...runInside(data, user), stdio: [password ?? "ignore", "ignore", "pipe"] });
  if (password !== undefined) fs.closeSync(password);
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(failure(data, said))));
  });
}

function failure(data: string, said: string) {
  if (isDiskFull(said)) return new Error(said);
  return refusal(`Không tạo được cơ sở dữ liệu trong ${path.dirname(data)}: ${said.trim()}`);
}
