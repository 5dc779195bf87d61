import { type Area, areaOf, type StoredRoute, storedRoute } from "#lib/server/front/public-routes.ts";
import type { RefusalStatus } from "#lib/server/front/refusal.ts";
import { canonicalPath } from "#lib/server/front/request-path.ts";

/** What the front answers itself. */
const OWN = {
  "/api/health": "health",
  "/api/ready": "ready",
  "/api/metrics": "metrics",
  "/speculation.json": "speculation",
} as const;

type OwnName = (typeof OWN)[keyof typeof OWN];
type NextArea = Exclude<Area, "closed" | "page">;

export type Route =
  | { kind: "refused"; status: RefusalStatus; allow?: string }
  | { kind: "moved"; to: string }
  | { kind: "own"; name: OwnName }
  | { kind: "stored"; route: StoredRoute }
  | { kind: "next"; area: NextArea; url: string };

const READS = ["GET", "HEAD"];
const METHODS = [...READS, "POST"];
const LONGEST_ADDRESS = 8192;
const isOwn = (path: string): path is keyof typeof OWN => Object.hasOwn(OWN, path);

/** Who answers a request: decided by method and address alone. */
export function routeOf(method: string, url: string): Route {
  if (!METHODS.includes(method)) return { kind: "refused", status: 405, allow: METHODS.join(", ") };
  const address = url.length > LONGEST_ADDRESS ? undefined : splitAddress(url);
  if (!address) return { kind: "refused", status: 400 };

  const { path, query, search } = address;
  if (path.length > 1 && path.endsWith("/")) return { kind: "moved", to: path.slice(0, -1) + search };
  const area = areaOf(path);
  if (area === "closed") return { kind: "refused", status: 404 };
  if (area === "page") return readOnly(method, path, query);
  if (area === "form" && method !== "POST") return { kind: "refused", status: 405, allow: "POST" };
  return { kind: "next", area, url: path + search };
}

function splitAddress(url: string) {
  const mark = url.indexOf("?");
  const path = canonicalPath(mark < 0 ? url : url.slice(0, mark));
  const query = mark < 0 ? "" : url.slice(mark + 1);
  return path === undefined ? undefined : { path, query, search: query && `?${query}` };
}

function readOnly(method: string, path: string, query: string): Route {
  if (!READS.includes(method)) return { kind: "refused", status: 405, allow: "GET, HEAD" };
  return isOwn(path) ? { kind: "own", name: OWN[path] } : { kind: "stored", route: storedRoute(path, query) };
}
