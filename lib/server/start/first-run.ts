import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { env } from "#lib/env.ts";
import { withOwner } from "#lib/server/database/owner-connection.ts";
import { atEnd } from "#lib/server/start/ending.ts";
import { refusal } from "#lib/server/start/operator-failure.ts";

/** What first-run-child.ts reports: the one-time path to the set-up page, null once somebody has an account. */
export type FirstRun = { setupPath: string | null };

/** A site that has its content and somebody to run it: the child would find nothing to do, a second late. */
const DONE = `SELECT EXISTS (SELECT FROM "Site") AND EXISTS (SELECT FROM "User") AS done`;

/**
 * Fills an empty database and makes the set-up link, one node at a time. A process of its own does it: it works with the
 * application's role as a worker does, and the features and Prisma do not stay in the memory of the primary.
 */
export function prepareFirstRun({ ownerUrl, appUrl }: { ownerUrl: string; appUrl: string }) {
  return withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ done: boolean }>(DONE);
    return rows[0]?.done ? null : runChild(appUrl);
  });
}

function runChild(appUrl: string) {
  const settings = { DATABASE_URL: appUrl, DATABASE_APP_URL: "", AUTH_SECRET: env.AUTH_SECRET ?? "" };
  const child = fork(path.join(import.meta.dirname, "first-run-child.ts"), { env: { ...process.env, ...settings } });
  const gone = once(child, "exit");
  atEnd(async () => {
    child.kill("SIGTERM"); // the next start finds what is missing
    await gone;
  });
  return new Promise<string | null>((resolve, reject) => {
    child.once("message", ({ setupPath }: FirstRun) => resolve(setupPath));
    child.once("error", reject);
    child.once("exit", () =>
      reject(refusal("Không nạp được nội dung ban đầu. Hãy xem thông báo ở trên rồi chạy lại.")),
    );
  });
}
