import { setTimeout as pause } from "node:timers/promises";
import type { Ask } from "#tests/soak/requests.ts";
import { asOwner } from "#tests/support/embedded-owner.ts";

type Option = { id: number; label: string; ballots: number };
type Result = { total: number; options: Option[]; countedAt: string };
type Board = { board: { receipt: string; options: number[] }[] };

/** The result as the API counts it from now on: the page store may still hold one of three seconds ago. */
export async function countNow(ask: Ask, origin: string, slug: string): Promise<Result> {
  for (const asked = Date.now(); ; await pause(200)) {
    const answer = await ask(`${origin}/api/tham-do/${slug}`);
    const result = answer?.status === 200 ? (JSON.parse(answer.body) as Result) : undefined;
    if (result && Date.parse(result.countedAt) >= asked) return result;
  }
}

/** Ballots by option as each of the places says that a reader, a program, a spreadsheet or an auditor looks at. */
export const places = (ask: Ask, origin: string, slug: string, dataFolder: string) => ({
  page: async (options: Option[]) => {
    const html = (await ask(`${origin}/tham-do/${slug}`))?.body ?? "";
    return options.map(({ label }) =>
      Number(
        new RegExp(`<th scope="row">${label}</th><td class="num">([\\d.]+)<`).exec(html)?.[1]?.replaceAll(".", ""),
      ),
    );
  },
  json: async (options: Option[]) => {
    const { options: counted } = await countNow(ask, origin, slug);
    return options.map(({ id }) => counted.find((option) => option.id === id)?.ballots);
  },
  export: async (options: Option[]) => {
    const csv = (await ask(`${origin}/api/tham-do/${slug}/ket-qua.csv`))?.body ?? "";
    return options.map(({ label }) => Number(new RegExp(`^${label},(\\d+),`, "m").exec(csv)?.[1]));
  },
  table: async (options: Option[]) => {
    const { rows } = await asOwner(dataFolder, (client) => client.query<{ id: number; count: number }>(COUNT, [slug]));
    return options.map(({ id }) => rows.find((row) => row.id === id)?.count ?? 0);
  },
});

const COUNT = `SELECT "optionId" AS id, count(*)::int AS count FROM "Ballot" b JOIN "Poll" p ON p.id = b."pollId" WHERE p.slug = $1 GROUP BY 1`;

/** Closes the poll as its administrator would, and waits for the board that its closing seal opens. */
export async function closeAndReadBoard(ask: Ask, origin: string, slug: string, dataFolder: string) {
  await asOwner(dataFolder, (client) => client.query('UPDATE "Poll" SET "closesAt" = now() WHERE slug = $1', [slug]));
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(500)) {
    const answer = await ask(`${origin}/api/tham-do/${slug}/bang-kiem.json`);
    if (answer?.status === 200) return JSON.parse(answer.body) as Board;
  }
  throw new Error("The poll was not sealed at its end");
}
