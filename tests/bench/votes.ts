import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { newChallengeId, signTicket } from "#lib/captcha/challenge.ts";
import { ticketCookieName } from "#lib/captcha/cookie.ts";
import { settle } from "#lib/env.ts";
import { ticketForm } from "#lib/polls/schema.ts";
import type { Figures } from "#tests/bench/figures.ts";
import { startSite } from "#tests/bench/servers.ts";
import { median } from "#tests/bench/wrk.ts";
import { asOwner } from "#tests/support/embedded-owner.ts";
import { TEST_CODE } from "#tests/support/site.ts";

const run = promisify(execFile);
const SLUG = "danh-gia-trang-thong-tin";
const SECRET = "only-for-measuring-only-for-measuring";
const SECONDS = 10;
const WARMING = 3;
const MILLION = 1_000_000;

type Poll = { id: number; options: number[] };
type Site = { origin: string; data: string; poll: Poll };

/** Votes over HTTP into an empty box, then into one with a million ballots: how many, how long each, and how long a count. */
export async function measureVotes(figures: Figures, root: string, port: number) {
  const data = path.join(root, ".data/bench-votes");
  fs.rmSync(data, { recursive: true, force: true });
  settle({ AUTH_SECRET: SECRET });
  const server = await startSite(root, data, port, { AUTH_SECRET: SECRET, CAPTCHA_TEST_CODE: TEST_CODE });
  try {
    const site = { origin: server.origin, data, poll: await findPoll(data) };
    const empty = await steadyRate(site);
    figures.add("phiếu mỗi giây, 64 kết nối", "≥ 600", empty.toFixed(0), empty >= 600);
    const p99 = await slowest(site);
    figures.add("phiếu ở nhịp 50 mỗi giây: p99", "≤ 300 ms", `${p99.toFixed(1)} ms`, p99 <= 300);

    await fill(site);
    const full = await steadyRate(site);
    figures.add(
      "phiếu mỗi giây khi đã có một triệu / khi trống",
      "≥ 0,9",
      (full / empty).toFixed(2),
      full >= 0.9 * empty,
    );
    const count = await countingTime(site);
    figures.add("kết quả của một triệu phiếu", "≤ 50 ms", `${count.toFixed(1)} ms`, count <= 50);
  } finally {
    await server.stop();
  }
}

const findPoll = (data: string) =>
  asOwner(data, async (client) => {
    const { rows } = await client.query<Poll>(
      `SELECT p.id, array_agg(o.id ORDER BY o.position) AS options
       FROM "Poll" p JOIN "PollOption" o ON o."pollId" = p.id WHERE p.slug = $1 GROUP BY p.id`,
      [SLUG],
    );
    const [poll] = rows;
    if (!poll) throw new Error(`The starter content has no poll ${SLUG}`);
    return poll;
  });

const ballots = ({ data, poll }: Site) =>
  asOwner(data, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM "Ballot" WHERE "pollId" = $1',
      [poll.id],
    );
    return rows[0]?.count ?? 0;
  });

const cookie = () => `${ticketCookieName(SLUG)}=${signTicket(ticketForm(SLUG), newChallengeId(), new Date())}`;

/** The rate once V8 has compiled what a vote passes through: half a minute after the start, and after a pause anew. */
async function steadyRate(site: Site) {
  for (let round = 0; round < WARMING; round++) await rate(site, SECONDS);
  return rate(site, SECONDS);
}

/** Ballots a second that really lie in the box, each from a voter of its own. */
async function rate(site: Site, seconds: number) {
  const cookies = path.join(site.data, "cookies.txt");
  const script = path.join(site.data, "votes.lua");
  fs.writeFileSync(cookies, Array.from({ length: seconds * 4000 }, cookie).join("\n"));
  fs.writeFileSync(script, voters(cookies, site.poll.options));
  const before = await ballots(site);
  await run("wrk", ["-t1", "-c64", `-d${seconds}s`, "-s", script, `${site.origin}/tham-do/${SLUG}/phieu`]);
  return ((await ballots(site)) - before) / seconds;
}

const voters = (cookies: string, options: number[]) => `
local next_line = io.lines("${cookies}")
local options = { ${options.join(", ")} }
local number = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
request = function()
  number = number + 1
  wrk.headers["Cookie"] = next_line()
  return wrk.format(nil, nil, nil, "ma=${TEST_CODE}&chon=" .. options[number % #options + 1])
end`;

/** The time that 99 of 100 voters wait at most when 50 come each second. */
async function slowest({ origin, poll }: Site) {
  const times: number[] = [];
  const voter = async () => {
    const started = performance.now();
    const answer = await fetch(`${origin}/tham-do/${SLUG}/phieu`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: cookie() },
      body: new URLSearchParams({ ma: TEST_CODE, chon: String(poll.options[0]) }),
    });
    await answer.arrayBuffer();
    if (!answer.headers.get("location")?.includes("bien-nhan=")) throw new Error("A vote was not counted");
    times.push(performance.now() - started);
  };
  const all = [];
  for (let number = 0; number < 50 * SECONDS; number++) {
    all.push(voter());
    await pause(20);
  }
  await Promise.all(all);
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.POSITIVE_INFINITY;
}

/** A million ballots as votes would have left them; without the triggers, which would take a minute. */
const fill = ({ data, poll }: Site) =>
  asOwner(data, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(
      `INSERT INTO "Ballot" ("pollId", "optionId", "challengeId", receipt)
       SELECT $1, ($2::int[])[1 + n % cardinality($2)], md5('challenge ' || n), 'filled ' || n FROM generate_series(1, $3) n`,
      [poll.id, poll.options, MILLION],
    );
    await client.query('VACUUM ANALYZE "Ballot"');
    await client.query("CHECKPOINT");
  });

/** The median time of a result that no store has ready; both workers have counted before. */
async function countingTime({ origin }: Site) {
  const times: number[] = [];
  for (let number = 0; number < 30; number++) {
    const started = performance.now();
    await (await fetch(`${origin}/api/tham-do/${SLUG}?bien-nhan=${number}`)).arrayBuffer();
    times.push(performance.now() - started);
  }
  return median(times.slice(10));
}
