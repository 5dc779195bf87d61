import pino from "pino";
import { env } from "#lib/env.ts";

/** JSON lines on standard output. What could name a voter or open a door never reaches it. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["*.password", "*.passwordHash", "*.cookie", "*.authorization", "*.optionId", "*.chon", "*.ma", "*.receipt"],
    censor: "[removed]",
  },
});
