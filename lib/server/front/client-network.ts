import type { IncomingMessage } from "node:http";
import { isIP, isIPv6 } from "node:net";
import { keyedDigest } from "#lib/secrets.ts";

/**
 * The address that the outermost of our own proxies saw. Each proxy appends to X-Forwarded-For what it saw,
 * so only the last `trusted` entries are ours: what the client wrote itself stands to their left.
 */
export function clientAddress({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">, trusted: number) {
  const direct = socket.remoteAddress ?? "";
  const forwarded = headers["x-forwarded-for"];
  if (trusted === 0 || typeof forwarded !== "string") return direct;

  const seen = forwarded.split(",").slice(-trusted)[0]?.trim() ?? "";
  const address = seen.replace(/^\[(.+)\](?::\d+)?$/, "$1").replace(/^([\d.]+):\d+$/, "$1");
  return isIP(address) ? address : direct;
}

/** What one household or office shares: an IPv4 address, or the /64 of an IPv6 one. */
export function networkOfAddress(address: string) {
  const bare = address.replace(/^::ffff:(?=[\d.]+$)/i, "").replace(/%.*$/, "");
  if (!isIPv6(bare)) return bare;
  const [head = "", tail] = bare.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(gap, 0)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** A name for the network, which cannot be turned back into an address without the site's key and the salt of that day. */
export function networkDigest(network: string, salt: string) {
  return keyedDigest("network", salt, network).toString("base64url").slice(0, 22);
}
