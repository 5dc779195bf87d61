import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { NETWORK_HEADER } from "#lib/network.ts";
import { clientAddress, networkDigest, networkOfAddress } from "#lib/server/front/client-network.ts";
import { networkSalt } from "#lib/server/front/network-salt.ts";

/** Headers that Next and its proxies speak among themselves, or that we alone may set. */
const NEVER_FROM_CLIENTS =
  /^(?:x-front-|x-middleware-|x-nextjs-|x-next-|next-resume|x-invoke-|x-matched-path|x-now-|x-vercel-|x-client-network|x-forwarded-|forwarded$|x-real-ip|x-original-url|x-rewrite-url|x-http-method|x-method-override|x-prerender-|x-request-id|x-nonce|content-security-policy|purpose$|x-purpose$)/;
/** Of the client's connection, not of its request (RFC 9110, 7.6.1). */
const OF_THE_CONNECTION = /^(?:connection|keep-alive|proxy-connection|te|trailer|upgrade|expect)$/;
/** What React's router sends while an editor moves about: only there has it a meaning. */
const ROUTER = /^(?:rsc|next-action|next-router-.+|next-url|next-test-.+|next-instant-.+)$/;

type Trust = { proxies: number; site: URL };

/** The headers of a request as Next gets them: what we know to be true; everything hostile or internal goes. */
export function cleanHeaders(request: IncomingMessage, id: string, editors: boolean, { proxies, site }: Trust) {
  const { headers } = request;
  const isKept = (name: string) =>
    !NEVER_FROM_CLIENTS.test(name) && !OF_THE_CONNECTION.test(name) && (editors || !ROUTER.test(name));
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => isKept(name)));
  const host = isOwnHost(headers.host, site) ? headers.host : site.host;
  const network = networkDigest(networkOfAddress(clientAddress(request, proxies)), networkSalt());
  const protocol = proxies > 0 ? forwardedProtocol(headers) : undefined;

  return {
    ...kept,
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol ?? site.protocol.slice(0, -1),
    "x-request-id": id,
    [NETWORK_HEADER]: network,
  };
}

function forwardedProtocol(headers: IncomingHttpHeaders) {
  const said = String(headers["x-forwarded-proto"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return said === "https" || said === "http" ? said : undefined;
}

/** The public name, or this machine itself; a name made up by the client must not get into links or Origin checks. */
function isOwnHost(host: string | undefined, site: URL): host is string {
  if (host === undefined || !/^[a-z0-9.:[\]-]+$/i.test(host)) return false;
  return host.toLowerCase() === site.host || /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i.test(host);
}
