import { setTimeout as pause } from "node:timers/promises";
import type { startEmbeddedPostgres } from "#lib/server/database/embedded-postgres.ts";
import { isServerAlive } from "#lib/server/database/embedded-postgres.ts";
import { isEnding } from "#lib/server/start/ending.ts";
import { explain } from "#lib/server/start/operator-failure.ts";
import { complain, say } from "#lib/server/start/say.ts";

const EVERY = 300;

/** Starts the embedded server again whenever it died by itself; whatever goes wrong, the watch goes on. The workers' pools find it on the same port. */
export async function keepServerRunning(server: Awaited<ReturnType<typeof startEmbeddedPostgres>>, folder: string) {
  for (; !isEnding(); await pause(EVERY, undefined, { ref: false })) {
    try {
      if (isServerAlive(folder)) continue;
      complain("Cơ sở dữ liệu đã dừng đột ngột, đang khởi động lại…");
      await server.revive();
      say("Cơ sở dữ liệu đã chạy lại.");
    } catch (error) {
      complain(explain(error));
      await pause(5000, undefined, { ref: false });
    }
  }
}
