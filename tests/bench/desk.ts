import { chromium } from "@playwright/test";
import { system } from "#lib/actor.ts";
import { settle } from "#lib/env.ts";
import { sitDown } from "#tests/bench/desk-browser.ts";
import { fillDesk } from "#tests/bench/desk-fill.ts";
import { measureLists } from "#tests/bench/desk-lists.ts";
import { measurePresses } from "#tests/bench/desk-presses.ts";
import type { Figures } from "#tests/bench/figures.ts";
import { startSite } from "#tests/bench/servers.ts";
import { embeddedOwnerUrl } from "#tests/support/embedded-owner.ts";
import config from "../../playwright.config.ts";

const ROUNDS = 20;
const PASSWORD = "lúa chín đầy đồng tháng mười";

/** The editors' area with 100,000 articles: how long its lists take, and what editors press. */
export async function measureDesk(figures: Figures, root: string, data: string, port: number) {
  const server = await startSite(root, data, port, { LINK_CHECK: "off" });
  try {
    const people = await addPeople(data);
    await fillDesk(data);
    const cookie = await signIn(server.origin, people);
    await measureLists(figures, { origin: server.origin, data, cookie });
    await measurePresses(figures, { origin: server.origin, people, rounds: ROUNDS });
  } finally {
    await server.stop();
  }
}

/** Two who may do everything: nobody approves alone what he wrote. New ones each time. */
async function addPeople(data: string) {
  settle({ DATABASE_URL: embeddedOwnerUrl(data) });
  const [{ createUser }, { db }] = await Promise.all([import("#lib/users/mutations.ts"), import("#lib/db.ts")]);
  const people = ["viet", "duyet"].map((task) => ({
    email: `${task}-${Date.now()}@mau.example.vn`,
    password: PASSWORD,
  }));
  for (const person of people)
    await createUser(system("bench"), { ...person, name: "Người đo", role: "administrator" });
  await db.$disconnect();
  return people;
}

/** The cookie of a session that began at the door. */
async function signIn(origin: string, [person]: Awaited<ReturnType<typeof addPeople>>) {
  if (!person) throw new Error("Nobody is there");
  const browser = await chromium.launch(config.use?.launchOptions);
  try {
    const page = await sitDown(browser, origin, person);
    return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  } finally {
    await browser.close();
  }
}
