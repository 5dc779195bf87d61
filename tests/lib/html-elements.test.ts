import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sanitizeHtml } from "#lib/html.ts";
import { ALIGNMENT, LIST_TYPES } from "#lib/html-elements.ts";
import { findBrowser } from "#tests/support/browser.ts";

const ORIGIN = "http://stylesheets.invalid";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findBrowser() ?? "", args: ["--no-sandbox"] });
  page = await browser.newPage();
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    return pathname.endsWith(".css")
      ? route.fulfill({ contentType: "text/css", body: readFileSync(`app${decodeURIComponent(pathname)}`, "utf8") })
      : route.fulfill({ contentType: "text/html", body: "<!doctype html>" });
  });
}, 60_000);

afterAll(() => browser?.close());

/** What a browser makes of a kept body, as its readers and its writers see it and as it is printed. */
async function styleOf(html: string, selector: string, property: string) {
  const seen: Record<string, string> = {};
  for (const [place, sheet, media] of PLACES) {
    await page.goto(ORIGIN);
    await page.emulateMedia({ media });
    await page.addStyleTag({ url: `${ORIGIN}${sheet}` });
    await page.evaluate((body) => {
      document.body.innerHTML = `<div class="paper"><div class="prose">${body}</div></div>`;
    }, sanitizeHtml(html));
    seen[place] = await page
      .locator(selector)
      .last()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  }
  return seen;
}

const PLACES = [
  ["read", "/(site)/site.css", "screen"],
  ["written", "/quan-tri/admin.css", "screen"],
  ["printed", "/(site)/site.css", "print"],
] as const;
const everywhere = (value: string | undefined) => ({ read: value, written: value, printed: value });

const COUNTED: Record<string, string> = { a: "lower-alpha", A: "upper-alpha", i: "lower-roman", I: "upper-roman" };

test.each(LIST_TYPES)("a list that counts by %s is shown so: the text refers to it", async (type) => {
  const list = `<ol><li><p>Điều</p><ol type="${type}"><li>điểm</li></ol></li></ol>`;
  expect(await styleOf(list, "ol", "list-style-type")).toEqual(everywhere(COUNTED[type]));
});

test("a list that says nothing counts in numbers, and one without numbers has points", async () => {
  expect(await styleOf('<ol type="a"><li><p>a</p><ol><li>1</li></ol></li></ol>', "ol", "list-style-type")).toEqual(
    everywhere("decimal"),
  );
  expect(await styleOf('<ol type="a"><li><p>a</p><ul><li>b</li></ul></li></ol>', "ul", "list-style-type")).toEqual(
    everywhere("disc"),
  );
});

test.each(Object.entries(ALIGNMENT))("what is aligned to %s is shown so", async (_, name) => {
  const aligned: Record<string, string> = { giua: "center", phai: "end", deu: "justify" };
  expect(await styleOf(`<p class="${name}">Chữ</p>`, "p", "text-align")).toEqual(everywhere(aligned[name]));
});
