import { readdirSync, readFileSync } from "node:fs";
import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import { ADMIN_SESSION, POLL, site, test } from "#tests/e2e/fixtures.ts";
import { addPerson, signInAs } from "#tests/e2e/people.ts";
import { begin } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

/** Every address under /quan-tri and /api that the application answers, found in its folders: a new one is asked as well. */
const ROUTES = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /^(?:\(site\)\/)?(?:quan-tri|api)\/(?:.*\/)?(?:page\.tsx|route\.ts)$/.test(file))
  .map((file) => ({
    file,
    path: `/${file.replace(/\([a-z]+\)\//g, "").replace(/\/(?:page\.tsx|route\.ts)$/, "")}`,
    methods: file.endsWith("page.tsx")
      ? ["GET"]
      : [
          ...readFileSync(`app/${file}`, "utf8").matchAll(
            /^export (?:const|async function|function|\{ \w+ as) (?<name>[A-Z]+)\b/gm,
          ),
        ].map(({ groups }) => groups?.["name"] ?? ""),
  }));

/** What strangers may open, and why. */
const OPEN: Record<string, string> = {
  "/quan-tri/dang-nhap": "to sign in",
  "/quan-tri/thiet-lap": "to make the first administrator, with the one-time link",
  "/api/auth/[...nextauth]": "to sign in",
  "/api/tham-do/[slug]": "results are public",
  "/api/tham-do/[slug]/bang-kiem.csv": "results are public",
  "/api/tham-do/[slug]/bang-kiem.json": "results are public",
  "/api/tham-do/[slug]/bien-ban.docx": "results are public",
  "/api/tham-do/[slug]/ket-qua.csv": "results are public",
};

/** Only their holder knows these: whoever guesses finds nothing. */
const UNGUESSABLE = /\[(?:ma|lan|\.\.\.khac)\]/;

/** The starter's poll is for everybody: nobody gets a slip. */
const FOR_CELLS = ["/quan-tri/tham-do/[id]/phieu"];

const SECRET = "Bài chưa ai được đọc";
const closed = ROUTES.filter(({ path }) => !(path in OPEN));

const addressOf = (path: string, articleId: string, mediaId: string, userId = articleId) =>
  path
    .replace("/tep/[id]", `/tep/${mediaId}`)
    .replace("/nguoi-dung/[id]", `/nguoi-dung/${userId}`)
    .replace(/\/tham-do\/\[id\]/, "/tham-do/1")
    .replace("[slug]", POLL)
    .replace("[id]", articleId)
    .replace(/\[.*?\]/, "00000000-0000-4000-8000-000000000000");

const ask = (context: APIRequestContext, method: string, path: string) =>
  context.fetch(path, {
    method,
    maxRedirects: 0,
    headers: { origin: site().origin, "sec-fetch-site": "same-origin" },
    ...(method !== "GET" && { data: { articleId: 1, sitting: "00000000-0000-4000-8000-000000000000" } }),
  });

test("every address of the editors' area, found in the folders, is closed to strangers unless it is named as open", async ({
  page,
  playwright,
}) => {
  const articleId = (await begin(page, SECRET)).split("/").at(-1) ?? "";
  const tep = { name: "mat.pdf", mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.7\n% ${SECRET}\n%%EOF`) };
  const { id: mediaId } = await (await page.request.post("/quan-tri/tep/tai-len", { multipart: { tep } })).json();
  const userId = String(await addPerson({ name: "Lê Văn Có", email: "co@p.example.vn", role: "editor" }));
  expect(closed.length).toBeGreaterThan(25);
  expect(closed.filter(({ methods }) => methods.length === 0)).toEqual([]);
  const asked = closed.flatMap(({ path, methods }) =>
    methods.map((method) => ({ method, path, address: addressOf(path, articleId, mediaId, userId) })),
  );

  for (const cookie of [undefined, "next-auth.session-token=a.b.c; __Secure-next-auth.session-token=a.b.c"]) {
    const extraHTTPHeaders = { "x-forwarded-for": "10.9.8.7", ...(cookie && { cookie }) };
    const nobody = { baseURL: site().origin, storageState: { cookies: [], origins: [] }, extraHTTPHeaders };
    const stranger = await playwright.request.newContext(nobody);
    for (const { method, address } of asked)
      await expectClosed(await ask(stranger, method, address), `${method} ${address}`);
    await stranger.dispose();
  }

  // That they are really there: whoever may, reads them.
  const missing: string[] = [];
  for (const { address, path } of asked.filter(({ method, path: at }) => method === "GET" && !UNGUESSABLE.test(at)))
    if ((await ask(page.request, "GET", address)).status() !== 200) missing.push(path);
  expect(missing).toEqual(FOR_CELLS);
});

/** Addresses that show one article, or what is done with it. */
const OF_ARTICLE = /\/(?:bai-viet|tep-word|bai)\/\[id\]/;

test("a contributor finds nothing of somebody else's draft at any address, and may not write into it", async ({
  page,
  browser,
}) => {
  const articleId = Number((await begin(page, SECRET)).split("/").at(-1));
  const writer = await signInAs(browser, { name: "Lê Thị Ngoài", email: "ngoai@p.example.vn", role: "contributor" });
  const asked = closed.filter(({ methods, path }) => methods.includes("GET") && !path.includes("/tep/[id]"));
  expect(asked.filter(({ path }) => OF_ARTICLE.test(path)).length).toBeGreaterThan(3);
  for (const { path } of asked) {
    const address = addressOf(path, String(articleId), "");
    const answer = await ask(writer.request, "GET", address);
    expect(await answer.text(), address).not.toContain(SECRET);
    if (OF_ARTICLE.test(path)) expect(answer.status(), address).toBe(404);
  }

  const fields = { title: "Chen vào", summary: "", bodyHtml: "", categoryId: "1", cellId: "", dateline: "", slug: "" };
  const copy = { v: 1, sitting: crypto.randomUUID(), articleId, base: 1, sequence: 1, fields };
  const written = await writer.request.post("/quan-tri/bai-viet/ban-dang-sua", {
    data: copy,
    headers: { origin: site().origin, "sec-fetch-site": "same-origin" },
  });
  expect(written.status()).toBe(403);
  await writer.context().close();
});

async function expectClosed(answer: APIResponse, said: string) {
  expect([303, 307, 401, 404], said).toContain(answer.status());
  if (answer.status() < 400) expect(answer.headers()["location"], said).toMatch(/^\/quan-tri\/dang-nhap\?den=/);
  expect(await answer.text(), said).not.toContain(SECRET);
}

test("what is named as open is there", () => {
  const paths = new Set(ROUTES.map(({ path }) => path));
  expect(Object.keys(OPEN).filter((path) => !paths.has(path))).toEqual([]);
});
