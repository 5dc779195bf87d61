import fs from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { dataPath } from "#lib/env.ts";
import { tryLock } from "#lib/server/start/lock.ts";
import { codeOf, messageOf, refusal } from "#lib/server/start/operator-failure.ts";
import { readIfThere } from "#lib/server/start/read-if-there.ts";
import { say } from "#lib/server/start/say.ts";

/** Makes the data folder, for its owner's eyes only. */
export function ensureDataFolder() {
  try {
    fs.mkdirSync(dataPath(), { recursive: true, mode: 0o700 });
    fs.accessSync(dataPath(), fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    if (fs.statSync(dataPath()).uid === process.getuid?.()) fs.chmodSync(dataPath(), 0o700);
  } catch (error) {
    if (codeOf(error) === "ENOSPC") throw error;
    throw refusal(
      `Không dùng được thư mục dữ liệu ${dataPath()} (${messageOf(error)}). Hãy chạy bằng tài khoản đã dùng lần đầu, hoặc đặt DATA_DIR tới thư mục khác.`,
    );
  }
}

const GRACE = 4_000; // how long a site whose npm was killed may need to notice it
const PATIENCE = 60_000;

/**
 * Takes the data folder for one running site. A site that is just ending (or starting) is waited for;
 * one that runs is left alone. Returns what marks it as running; the lock itself ends with the process.
 */
export async function claimDataFolder() {
  const mark = dataPath("running");
  const started = Date.now();
  for (let told = false; !tryLock(dataPath("site.lock"), "alone"); await pause(100)) {
    const waited = Date.now() - started;
    if (waited > (fs.existsSync(mark) ? GRACE : PATIENCE))
      throw refusal(
        `Trang đang chạy với thư mục dữ liệu ${dataPath()} rồi${addressIn(mark)}. Hãy dừng lần chạy đó trước, hoặc đặt DATA_DIR tới thư mục khác.`,
      );
    if (!told) say("Thư mục dữ liệu đang được dùng, chờ xem lần chạy trước có đang dừng không…");
    told = true;
  }
  fs.rmSync(mark, { force: true });
  return {
    markRunning: (address: string) => fs.writeFileSync(mark, address),
    markEnding: () => fs.rmSync(mark, { force: true }),
  };
}

function addressIn(mark: string) {
  const address = readIfThere(mark);
  return address && ` (${address})`;
}
