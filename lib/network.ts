/** Where the front (lib/server/front/next-request.ts) leaves the digest; what a client sends under this name never gets here. */
export const NETWORK_HEADER = "x-client-network";

/** Digest of the network a request came from, good for one day. "unknown" in development, where no front stands before Next. */
export const networkOf = (headers: Headers) => headers.get(NETWORK_HEADER) ?? "unknown";
