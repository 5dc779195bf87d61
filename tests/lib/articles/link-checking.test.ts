import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { listBrokenLinks } from "#lib/articles/broken-links.ts";
import { checkDueLinks } from "#lib/articles/link-checking.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { db } from "#lib/db.ts";
import { createAsk } from "#lib/links/ask.ts";
import { startWebServer } from "#tests/support/web-server.ts";

const robot = system("test");
const editor: UserActor = { kind: "user", id: 1, name: "An", role: "editor" };
const ask = createAsk({ isAllowed: () => true, patience: 2000 });
const A_DAY = 24 * 3600_000;
const START = new Date("2026-11-02T08:00:00+07:00");
const days = (count: number) => new Date(START.getTime() + count * A_DAY);

let web: Awaited<ReturnType<typeof startWebServer>>;
let categoryId = 0;

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  web = await startWebServer(({ url }, response) => void response.writeHead(url === "/mat" ? 404 : 200).end());
});
afterAll(() => web.close());
beforeEach(async () => {
  await db.linkCheck.deleteMany();
  await db.articleLink.deleteMany();
  web.heard.length = 0;
});

async function publish(...addresses: string[]) {
  const links = addresses.map((address) => `<p><a href="${address}">Văn bản</a></p>`).join("");
  const { id } = await createArticle(robot, { title: "Tin", summary: "Tóm tắt.", bodyHtml: links, categoryId });
  await publishArticle(robot, { articleId: id });
  return id;
}

const asked = () => web.heard.filter(({ method }) => method === "HEAD").map(({ url }) => url);

test("an outside page is asked once a week, one that failed once a day, and is broken after it failed on two", async () => {
  const articleId = await publish(`${web.origin}/co#muc-1`, `${web.origin}/mat`);

  await checkDueLinks(ask, days(0));
  await checkDueLinks(ask, days(0.9));
  expect(asked().sort()).toEqual(["/co", "/mat"]);
  expect(await listBrokenLinks(editor)).toEqual([]);

  await checkDueLinks(ask, days(1));
  await checkDueLinks(ask, days(6.9));
  expect(asked().sort()).toEqual(["/co", "/mat", "/mat", "/mat"]);
  expect(await listBrokenLinks(editor)).toEqual([
    { articleId, title: "Tin", address: `${web.origin}/mat`, why: "Trang đó không còn (mã 404)." },
  ]);
});

test("what failed twice on one day is not broken yet; what answers again is whole", async () => {
  const address = `${web.origin}/mat`;
  await publish(address, `${web.origin}/co`);
  await checkDueLinks(ask, days(0));
  await db.linkCheck.updateMany({ data: { checkedAt: days(-8) } });
  await checkDueLinks(ask, days(0.1));
  expect(await db.linkCheck.findUnique({ where: { address } })).toMatchObject({ failedDays: 1 });

  await checkDueLinks(async () => ({ works: true }), days(8));
  expect(await db.linkCheck.findUnique({ where: { address } })).toMatchObject({ failedDays: 0, why: null });
});

test("when nothing answers it is our own line that is away, and no link's failure", async () => {
  await publish("https://mot.example.vn/", "https://hai.example.vn/");
  const away = async () => ({ works: false as const, why: "Máy chủ bên đó không trả lời.", answered: false });
  await checkDueLinks(away, days(0));
  await checkDueLinks(away, days(7));
  expect(await db.linkCheck.findMany({ where: { failedDays: { gt: 0 } } })).toEqual([]);
});

test("of processes that ask at once one does", async () => {
  await publish(`${web.origin}/co`);
  await Promise.all([1, 2, 3].map(() => checkDueLinks(ask, days(0))));
  expect(asked()).toEqual(["/co"]);
});

test("what no live article links to any more is neither asked nor kept; our own pages are not asked", async () => {
  const articleId = await publish(`${web.origin}/co`, "/chuyen-muc/tin", "mailto:an@example.vn");
  await checkDueLinks(ask, days(0));
  expect(await db.linkCheck.count()).toBe(1);
  await takeDownArticle(robot, { articleId, reason: "expired" });
  await checkDueLinks(ask, days(8));
  expect([asked(), await db.linkCheck.count(), await db.articleLink.count()]).toEqual([["/co"], 0, 0]);
});
