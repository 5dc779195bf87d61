import { randomBytes } from "node:crypto";

const PREFIX = randomBytes(4).toString("hex");
let count = 0;

/** A name for one request, found again in the log: unique among processes, and cheap enough for every hit. */
export const nextRequestId = () => `${PREFIX}-${(count++).toString(36)}`;
