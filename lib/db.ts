import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "#lib/env.ts";
import type { AppError } from "#lib/errors.ts";
import { Prisma, PrismaClient } from "#prisma/client/client.ts";

const connect = () =>
  new PrismaClient({
    adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: 10, connectionTimeoutMillis: 3000 }),
    transactionOptions: { maxWait: 3000, timeout: 10_000 },
  });

/** One client a process: Next's bundles and the plain-Node server share it. */
const shared = globalThis as typeof globalThis & { database?: ReturnType<typeof connect> };
shared.database ??= connect();
export const db = shared.database;

export type Transaction = Parameters<Parameters<typeof db.$transaction>[0]>[0];

/** Turns a unique key's refusal into the sentence that its cause deserves. */
export async function onDuplicate<T>(work: Promise<T>, sentence: AppError) {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002" ? sentence : error;
  }
}
