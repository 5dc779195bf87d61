import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Browser, expect } from "@playwright/test";
import { sanitizeHtml } from "#lib/html.ts";
import { command, imported, site, test } from "#tests/e2e/fixtures.ts";
import { HOSTILE_BODIES } from "#tests/support/hostile-bodies.ts";

const CORPUS = "../shared/corpora/xss/xss.jsonl";
const BATCH = 300;
const SAMPLE = 20; // every twentieth of them goes through every door, not through the sanitiser alone
const TIME_TO_MISBEHAVE = 1500;

/** Two thousand more, where the project lies beside its corpora. */
const others = existsSync(CORPUS)
  ? readFileSync(CORPUS, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => (JSON.parse(line) as { html: string }).html)
  : [];
const bodies = [...HOSTILE_BODIES, ...others];

/** A page without the Content-Security-Policy that would stop a script, and what anything on it tried to do. */
async function openUnprotected(browser: Browser) {
  const context = await browser.newContext({ bypassCSP: true, baseURL: site().origin });
  const page = await context.newPage();
  const deeds: string[] = [];
  page.on("dialog", (dialog) => {
    deeds.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => deeds.push(`popup: ${popup.url()}`));
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== site().origin) deeds.push(`request: ${request.url()}`);
  });
  return { page, deeds };
}

test("what the sanitiser leaves of every body runs nothing and asks nobody", async ({ browser }) => {
  test.setTimeout(180_000);
  const { page, deeds } = await openUnprotected(browser);
  await page.goto("/robots.txt");
  page.on("framenavigated", (frame) => frame.url() !== "about:blank" && deeds.push(`navigation: ${frame.url()}`));

  for (let start = 0; start < bodies.length; start += BATCH) {
    const batch = bodies.slice(start, start + BATCH).map((html) => `<section>${cleaned(html)}</section>`);
    await page.setContent(`<!doctype html><meta charset="utf-8"><main>${batch.join("\n")}</main>`);
    await page.waitForTimeout(TIME_TO_MISBEHAVE);
    expect(await page.locator("main").evaluate(dangers), `from body ${start}`).toEqual([]);
    expect(deeds, `from body ${start}`).toEqual([]);
  }
});

/** Too large or too deep is refused with a sentence: that is safe too. */
function cleaned(html: string) {
  try {
    return sanitizeHtml(html);
  } catch {
    return "";
  }
}

/** Runs in the page: what could still do something when it is clicked, focused or submitted. */
function dangers(main: Element) {
  const active = "script,style,iframe,object,embed,form,input,button,svg,math,base,meta,link,template";
  const found = [...main.querySelectorAll(active)].map((element) => element.outerHTML.slice(0, 120));
  for (const element of main.querySelectorAll("*"))
    for (const { name, value } of element.attributes) {
      const address = ["href", "src", "action", "formaction", "srcset", "xlink:href"].includes(name);
      const odd = address && /^[\s\p{Cc}]*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*[\s\p{Cc}]*:/iu.test(value);
      if (/^on|^style$/i.test(name) || odd) found.push(`${name}=${value}`);
    }
  return found;
}

test("a sample goes through import, title and page, and stays inert", async ({ browser }) => {
  test.setTimeout(240_000);
  const file = test.info().outputPath("hostile.jsonl");
  const sample = [...HOSTILE_BODIES, ...others.filter((_html, index) => index % SAMPLE === 0)];
  writeFileSync(
    file,
    sample.map((html) => JSON.stringify({ title: `${html.slice(0, 100)} thử`, html: `<p>Thử.</p>${html}` })).join("\n"),
  );
  const { stdout } = await command(["article:import", file, "--publish", "--category", "hoc-tap-va-lam-theo-bac"]);
  const articles = imported(stdout);
  expect(articles.length).toBeGreaterThan(sample.length / 2);

  const { page, deeds } = await openUnprotected(browser);
  for (const { slug } of articles) {
    await page.goto(`/bai-viet/${slug}`);
    expect(await page.locator("#noi-dung").evaluate(dangers), slug).toEqual([]);
    expect(page.url()).toBe(`${site().origin}/bai-viet/${slug}`);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  for (const list of ["/", "/chuyen-muc/hoc-tap-va-lam-theo-bac"]) {
    await page.goto(list);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways, `${list} with titles that have no space`).toBeLessThanOrEqual(0);
  }
  await page.goto("/rss.xml");
  await page.waitForTimeout(TIME_TO_MISBEHAVE);
  expect(deeds).toEqual([]);
});
