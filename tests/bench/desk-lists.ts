import type { Figures } from "#tests/bench/figures.ts";
import { asOwner } from "#tests/support/embedded-owner.ts";

const [WARMING, ROUNDS, REACH] = [10, 40, 200];
const STATES = "draft submitted returned scheduled overdue live changed owed stale withdrawn archived".split(" ");

type Desk = { origin: string; data: string; cookie: string };

/** Every list of the editors' area, whole answers over HTTP; in turn, so that what else the machine does falls on all alike. */
export async function measureLists(figures: Figures, desk: Desk) {
  const lists = await addresses(desk.data);
  const times = new Map(Object.keys(lists).map((name) => [name, [] as number[]]));
  for (let round = -WARMING; round < ROUNDS; round++)
    for (const [name, path] of Object.entries(lists)) {
      const took = await open(desk, path);
      if (round >= 0) times.get(name)?.push(took);
    }
  for (const [name, all] of times) addTimes(figures, name, all, REACH);
}

async function open({ origin, cookie }: Desk, path: string) {
  const started = performance.now();
  const answer = await fetch(origin + path, { headers: { cookie, "accept-encoding": "br" }, redirect: "manual" });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return performance.now() - started;
}

/** One row: what is promised is that 95 of 100 answers take no longer (the nearest rank: of 20 the 19th). */
export function addTimes(figures: Figures, name: string, all: number[], reach: number) {
  const sorted = [...all].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  const [least, middle, p95] = [at(0), at(0.5), at(0.95)];
  const found = `${p95.toFixed(0)} ms (nhanh nhất ${least.toFixed(0)}, giữa ${middle.toFixed(0)}, ${all.length} lần)`;
  figures.add(name, `p95 ≤ ${reach} ms`, found, p95 <= reach);
}

type Known = Record<"category" | "cell" | "author" | "long" | "media" | "poll" | "audit", string> &
  Record<"article" | "file", string>;

const KNOWN = `
  SELECT (SELECT max("headCategoryId") FROM "Article")::text AS category, (SELECT max("headCellId") FROM "Article")::text AS cell,
    (SELECT max("beganById") FROM "Article" WHERE "publishedAt" < now() - interval '30 days')::text AS author,
    (SELECT "articleId" FROM "Revision" WHERE number = 300 LIMIT 1)::text AS long, (SELECT max(id) FROM "Media") AS media,
    (SELECT min(id) FROM "Poll")::text AS poll, (SELECT max(id) / 2 FROM "AuditEvent")::text AS audit,
    (SELECT to_char("updatedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z_"') || id FROM "Article"
      ORDER BY "updatedAt" DESC, id DESC OFFSET 80000 LIMIT 1) AS article,
    (SELECT to_char("createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z_"') || id FROM "Media"
      ORDER BY "createdAt" DESC, id DESC OFFSET 40000 LIMIT 1) AS file`;

async function addresses(data: string) {
  const known = await asOwner(data, async (client) => (await client.query<Known>(KNOWN)).rows[0]);
  if (!known) throw new Error("Nothing is filled in");
  return { ...ofArticles(known), ...ofTheRest(known) };
}

const list = (query: Record<string, string>) => `/quan-tri/bai-viet?${new URLSearchParams(query)}`;

function ofArticles({ category, cell, author, article }: Known) {
  const narrow = { "chuyen-muc": category, "chi-bo": cell, "nguoi-viet": author };
  const days = { tu: "2010-01-01", den: "2012-12-31" };
  const states = STATES.map((state) => [`bài: trạng thái ${state}`, list({ "trang-thai": state })] as const);
  return {
    "việc của tôi": "/quan-tri",
    bài: list({}),
    "bài: trang sâu": list({ sau: article }),
    ...Object.fromEntries(states),
    "bài: từ thường gặp": list({ q: "chi bộ" }),
    "bài: từ thường gặp, trang sâu": list({ q: "chi bộ", sau: article }),
    "bài: từ hiếm": list({ q: "diễn đàn sinh hoạt" }),
    "bài: một chữ cái": list({ q: "c" }),
    "bài: từ không có": list({ q: "khongcotunay" }),
    "bài: từ thường gặp, bị trả lại": list({ q: "chi bộ", "trang-thai": "returned" }),
    "bài: từ thường gặp, hẹn giờ": list({ q: "chi bộ", "trang-thai": "scheduled" }),
    "bài: từ thường gặp, chi bộ, người viết": list({ q: "chi bộ", ...narrow }),
    "bài: chuyên mục": list({ "chuyen-muc": category }),
    "bài: chuyên mục, trang sâu": list({ "chuyen-muc": category, sau: article }),
    "bài: chi bộ": list({ "chi-bo": cell }),
    "bài: người viết": list({ "nguoi-viet": author }),
    "bài: chuyên mục, chi bộ, người viết": list(narrow),
    "bài: chuyên mục, chi bộ, người viết, nháp": list({ ...narrow, "trang-thai": "draft" }),
    "bài: chuyên mục, lưu trữ": list({ "chuyen-muc": category, "trang-thai": "archived" }),
    "bài: ngày đăng": list(days),
    "bài: ngày đăng, chuyên mục": list({ ...days, "chuyen-muc": category }),
    "bài: ngày đăng không có bài": list({ tu: "1990-01-01", den: "1990-12-31" }),
    "bài: từ thường gặp, ngày đăng không có bài": list({ q: "chi bộ", tu: "1990-01-01", den: "1990-12-31" }),
  };
}

const ofTheRest = ({ long, media, poll, audit, file }: Known) => ({
  "viết bài mới": "/quan-tri/bai-viet/moi",
  "sửa bài có 300 bản": `/quan-tri/bai-viet/${long}`,
  "lịch sử 300 bản": `/quan-tri/bai-viet/${long}/lich-su`,
  "lịch sử 300 bản, trang sau": `/quan-tri/bai-viet/${long}/lich-su?truoc=100&cu=20&moi=280`,
  tệp: "/quan-tri/tep",
  "tệp: trang sâu": `/quan-tri/tep?sau=${file}`,
  "tệp: từ thường gặp": "/quan-tri/tep?q=hop+chi+bo",
  "tệp: từ hiếm": "/quan-tri/tep?q=chi+bo+49999",
  "tệp: từ không có": "/quan-tri/tep?q=khongcotunay",
  "một tệp": `/quan-tri/tep/${media}`,
  "tài liệu để đính kèm": "/quan-tri/tep/tai-lieu",
  "nhật ký": "/quan-tri/nhat-ky",
  "nhật ký: trang sâu": `/quan-tri/nhat-ky?truoc=${audit}`,
  "người dùng": "/quan-tri/nguoi-dung",
  "thăm dò": "/quan-tri/tham-do",
  "một cuộc thăm dò": `/quan-tri/tham-do/${poll}`,
  "thăm dò: bất thường": `/quan-tri/tham-do/${poll}/bat-thuong`,
  "thăm dò: ý kiến": `/quan-tri/tham-do/${poll}/y-kien`,
  "tài khoản": "/quan-tri/tai-khoan",
  "trợ giúp": "/quan-tri/tro-giup",
});
