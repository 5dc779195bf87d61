import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { NETWORK_HEADER } from "#lib/network.ts";
import { clientAddress, networkDigest, networkOfAddress } from "#lib/server/front/client-network.ts";
import { networkSalt } from "#lib/server/front/network-salt.ts";

/** Headers that Next and its proxies speak among themselves, or that we alone may set. */
const NEVER_FROM_CLIENTS =
  /^(?:x-middleware-|x-nextjs-|x-next-|next-resume|x-invoke-|x-matched-path|x-now-|x-vercel-|x-client-network|x-forwarded-|forwarded$|x-real-ip|x-original-url|x-rewrite-url|x-http-method|x-method-override|x-prerender-|x-request-id|x-nonce|content-security-policy|purpose$|x-purpose$)/;
/** What React's router sends while an editor moves about: only there has it a meaning. */
const ROUTER = /^(?:rsc|next-action|next-router-.+|next-url|next-test-.+|next-instant-.+)$/;

type Trust = { proxies: number; site: URL };

/** Makes the headers of a request for Next what we know to be true; everything hostile or internal goes. */
export function cleanRequest(request: IncomingMessage, id: string, editors: boolean, { proxies, site }: Trust) {
  const { headers } = request;
  const network = networkDigest(networkOfAddress(clientAddress(request, proxies)), networkSalt());
  const protocol = proxies > 0 ? forwardedProtocol(headers) : undefined;
  for (const name of Object.keys(headers)) {
    if (NEVER_FROM_CLIENTS.test(name) || (!editors && ROUTER.test(name))) delete headers[name];
  }

  if (!isOwnHost(headers.host, site)) headers.host = site.host;
  headers["x-forwarded-host"] = headers.host;
  headers["x-forwarded-proto"] = protocol ?? site.protocol.slice(0, -1);
  headers["x-request-id"] = id;
  headers[NETWORK_HEADER] = network;
}

function forwardedProtocol(headers: IncomingHttpHeaders) {
  const said = String(headers["x-forwarded-proto"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return said === "https" || said === "http" ? said : undefined;
}

/** The public name, or this machine itself; a name made up by the client must not get into links or Origin checks. */
function isOwnHost(host: string | undefined, site: URL) {
  if (host === undefined || !/^[a-z0-9.:[\]-]+$/i.test(host)) return false;
  return host.toLowerCase() === site.host || /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i.test(host);
}
