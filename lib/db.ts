import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import type { AppError } from "#lib/errors.ts";
import { pool } from "#lib/pool.ts";
import { Prisma, PrismaClient } from "#prisma/client/client.ts";

/** A vote is planned once a connection, which doubles what the database takes of them; other statements vary too much to be kept. */
const nameOfStatement = ({ sql }: { sql: string }) =>
  sql.includes("enter_poll(") ? createHash("sha256").update(sql).digest("base64url") : "";

/** One client a process: Next's bundles and the plain-Node server share it. */
const shared = globalThis as typeof globalThis & { databaseClient?: PrismaClient };
shared.databaseClient ??= new PrismaClient({
  adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: nameOfStatement }),
  transactionOptions: { maxWait: 3000, timeout: 10_000 },
});
export const db = shared.databaseClient;

export type Transaction = Parameters<Parameters<typeof db.$transaction>[0]>[0];

/** Turns a unique key's refusal into the sentence that its cause deserves. */
export async function onDuplicate<T>(work: Promise<T>, sentence: AppError) {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002" ? sentence : error;
  }
}
