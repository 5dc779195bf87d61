import path from "node:path";
import { env } from "#lib/env.ts";

/** Where a file lies that was named on the command line. */
export const fileAt = (typed: string) => path.resolve(env.INIT_CWD ?? ".", typed);
