import type { IncomingMessage, ServerResponse } from "node:http";

/** One request, its answer, and the name both have in the log. */
export type Exchange = { request: IncomingMessage; response: ServerResponse; id: string };
