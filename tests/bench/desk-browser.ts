import type { Browser, Page, Request } from "@playwright/test";
import config from "../../playwright.config.ts";

export type Person = { email: string; password: string };
/** A press: what is done on a page, and what tells that its answer is there. `to`: the end of the address, where no action is sent. */
export type Done = { name: string; page: Page; act: () => Promise<unknown>; said?: string | RegExp; to?: string };

/** A person at a machine, signed in. */
export async function sitDown(browser: Browser, origin: string, { email, password }: Person) {
  const page = await (await browser.newContext({ baseURL: origin, ...config.use?.contextOptions })).newPage();
  page.setDefaultTimeout(30_000);
  await timeActions(page);
  await page.goto("/quan-tri/dang-nhap");
  await page.getByLabel("Thư điện tử").fill(email);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByRole("heading", { level: 1, name: "Việc của tôi" }).waitFor();
  return page;
}

const isAction = (request: Request) => "next-action" in request.headers();

const answers = new WeakMap<Page, (took: number) => void>();

/** Passes actions on to the server and times whole answers: Next's script reads no further than it needs to, and then nobody hears of an end. */
const timeActions = (page: Page) =>
  page.route(
    ({ pathname }) => pathname.startsWith("/quan-tri"),
    async (route, request) => {
      if (!isAction(request)) return route.continue();
      const started = performance.now();
      const response = await route.fetch({ maxRedirects: 0 });
      const content = await response.body();
      answers.get(page)?.(performance.now() - started);
      return route.fulfill({ response, body: content });
    },
  );

/** Until the browser has nothing more to do with the page: an editor's own does not share the server's processors. */
const settle = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 3000 })));

/** Until the last byte of the answer to what pressing sent. */
export async function time({ page, act, said, to }: Done) {
  await settle(page);
  const took = to
    ? page.waitForEvent("requestfinished", (sent) => sent.url().endsWith(to)).then(durationOf)
    : new Promise<number>((resolve) => answers.set(page, resolve));
  const sent = page.waitForRequest((request) => (to ? request.url().endsWith(to) : isAction(request)));
  await act();
  await sent;
  if (said) await page.getByText(said).first().waitFor();
  return await took;
}

const durationOf = (request: Request) => request.timing().responseEnd - request.timing().requestStart;
