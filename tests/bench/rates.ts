import type { Figures } from "#tests/bench/figures.ts";
import { rateOf } from "#tests/bench/heads.ts";
import type { Server } from "#tests/bench/servers.ts";
import { interleave, median, type Round, type Target } from "#tests/bench/wrk.ts";

const ROUNDS = 5;
const SECONDS = 2;
/** What V8 needs to compile a way through a server: measured before, it is V8 that is measured. */
const WARMING = { rounds: 4, seconds: 3 };

type Servers = { nginx: Server; bare: Server; next: Server; site: Server };

/** The article beside nginx, a bare node:http server and Next's own prerendered page, at 16 and 64 connections. */
export async function measureRates(figures: Figures, servers: Servers, article: string, etag: string) {
  const target = (name: string, server: Server, path: string): Target => ({
    name,
    url: server.origin + path,
    pids: server.pids,
  });
  const targets = [
    target("nginx", servers.nginx, "/page.html"),
    target("bare", servers.bare, "/"),
    target("site", servers.site, article),
    target("next", servers.next, "/"),
  ];
  await interleave(targets, 64, WARMING.rounds, WARMING.seconds);
  for (const [connections, least] of [
    [16, 0.62],
    [64, 0.7],
  ] as const) {
    const rounds = await interleave(targets, connections, ROUNDS, SECONDS);
    const toNginx = ratio(rounds, "site", "nginx");
    const toBare = ratio(rounds, "site", "bare");
    const toNext = ratio(rounds, "site", "next");
    const cpu = ratio(rounds, "site", "bare", (round) => round.cpu);
    const at = `${connections} kết nối`;
    figures.add(
      `bài viết / nginx, ${at}`,
      `≥ ${least}`,
      `${toNginx.toFixed(2)} (${rate(rounds, "site")} / ${rate(rounds, "nginx")} mỗi giây)`,
      toNginx >= least,
    );
    figures.add(`bài viết / node:http trần, ${at}`, "≥ 0,97", toBare.toFixed(2), toBare >= 0.97);
    const most = ratio(rounds, "bare", "next").toFixed(0); // what a Node server that does nothing else reaches here
    figures.add(
      `bài viết / Next dựng sẵn, ${at}`,
      "≥ 40",
      `${toNext.toFixed(0)} (node:http trần ${most})`,
      toNext >= 40,
    );
    figures.add(
      `CPU mỗi lượt / node:http trần, ${at}`,
      "≤ 1,05",
      `${cpu.toFixed(2)} (${cpuOf(rounds, "site")} / ${cpuOf(rounds, "bare")} µs)`,
      cpu <= 1.05,
    );
    const errors = [...(rounds.get("site") ?? [])].reduce((sum, round) => sum + round.errors, 0);
    figures.add(`lỗi, ${at}`, "0", String(errors), errors === 0);
  }
  await measureShortAnswers(figures, servers.site, article, etag);
}

/** What has no body must cost no more than what has one. */
async function measureShortAnswers(figures: Figures, site: Server, article: string, etag: string) {
  const url = site.origin + article;
  const conditional = { name: "304", url, pids: site.pids, headers: { "If-None-Match": etag } };
  const rounds = await interleave([{ name: "200", url, pids: site.pids }, conditional], 16, ROUNDS, SECONDS);
  const unchanged = ratio(rounds, "304", "200");
  figures.add("304 / 200, 16 kết nối", "≥ 1", unchanged.toFixed(2), unchanged >= 1);

  const shares: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const whole = await rateOf("GET", new URL(url), SECONDS);
    shares.push((await rateOf("HEAD", new URL(url), SECONDS)) / whole);
  }
  figures.add("HEAD / 200, 16 kết nối", "≥ 1", median(shares).toFixed(2), median(shares) >= 1);
}

type Results = Map<string, Round[]>;

/** Median over the rounds of one target's figure divided by another's in the same round. */
function ratio(results: Results, name: string, other: string, of: (round: Round) => number = (round) => round.rate) {
  const others = results.get(other) ?? [];
  return median((results.get(name) ?? []).map((round, index) => of(round) / of(others[index] ?? round)));
}

const rate = (results: Results, name: string) =>
  Math.round(median((results.get(name) ?? []).map((round) => round.rate)));
const cpuOf = (results: Results, name: string) =>
  median((results.get(name) ?? []).map((round) => round.cpu)).toFixed(1);
