/** Pages whose content depends on their query: which parameters are in the key, in which order. Others are dropped. */
type Parameters = { path: RegExp; parameters: string[]; seconds?: number };

const QUERIES: Parameters[] = [
  { path: /^\/$/, parameters: ["loi", "chon"] },
  { path: /^\/bai-viet\/[^/]+$/, parameters: ["loi", "chon"] },
  { path: /^\/(?:chuyen-muc|chi-bo)\/[^/]+$/, parameters: ["trang"] },
  { path: /^\/tim-kiem$/, parameters: ["q", "trang"] },
  // Counts of votes do not raise the content version: these are rendered again after so many seconds.
  { path: /^\/tham-do(?:\/[^/]+)?$/, parameters: ["loi", "chon", "bien-nhan", "phieu"], seconds: 3 },
  { path: /^\/tham-do\/[^/]+\/rss\.xml$/, parameters: [], seconds: 60 },
  { path: /^\/tham-do\/[^/]+\/kiem-phieu$/, parameters: ["bien-nhan", "trang"], seconds: 3 },
  { path: /^\/api\/tham-do\/[^/]+$/, parameters: ["bien-nhan"], seconds: 3 },
  { path: /^\/api\/tham-do\/[^/]+\/ket-qua\.csv$/, parameters: [], seconds: 3 },
];

const LONGEST_KEY = 512;
const PLAIN: Parameters = { path: /^/, parameters: [] };

/** The page that stands behind every 404: Next leaves the body of its own to the browser's React. */
export const NOT_FOUND = "/khong-tim-thay";

export type StoredRoute = {
  /** Path and declared parameters in fixed order. */
  key: string;
  /** How long it may be answered from memory, where the content version says nothing about that. */
  seconds?: number | undefined;
  /** False for what is too long to be worth a place. */
  storable: boolean;
};

/** How the store names a public page. `path` is canonical, `query` is what follows the question mark. */
export function storedRoute(path: string, query: string): StoredRoute {
  const { parameters, seconds } = QUERIES.find((route) => route.path.test(path)) ?? PLAIN;
  const given = new URLSearchParams(parameters.length > 0 ? query : "");
  const kept = new URLSearchParams();
  for (const name of parameters) {
    const value = given.get(name)?.normalize("NFC");
    if (value) kept.set(name, value);
  }
  const key = kept.size > 0 ? `${path}?${kept}` : path;
  return { key, seconds, storable: key.length <= LONGEST_KEY };
}

/** Files of the build and of public/ can be had without the database; pages, feeds and exports cannot. */
export const needsDatabase = (key: string) =>
  !key.startsWith("/_next/") && !/^\/(?!api\/)[^?]+\.(?!xml$)[a-z0-9]+$/.test(key);

/** Where forms of the public pages go: the only addresses outside the editors' area that take a POST. */
const FORM_TARGETS = /^(?:\/tham-do\/[^/]+\/phieu|\/gop-y\/gui)$/;

/** What Next answers for each reader anew. */
const ANSWERED_BY_NEXT = /^\/(?:ma-xac-nhan|tep|api\/auth)(?:\/|$)/;
const EDITORS_AREA = /^\/quan-tri(?:\/|$)/;

/** Next's own endpoints that are closed: the image optimiser, data routes, whatever comes with a later release. */
const CLOSED = /^\/_next\/(?!static\/)/;

export type Area = "editors" | "form" | "open" | "closed" | "page";

/** Which of the areas a canonical path lies in. What is not named here is a public page: it reaches Next without the client's headers. */
export function areaOf(path: string): Area {
  if (EDITORS_AREA.test(path)) return "editors";
  if (FORM_TARGETS.test(path)) return "form";
  if (ANSWERED_BY_NEXT.test(path)) return "open";
  return CLOSED.test(path) ? "closed" : "page";
}
