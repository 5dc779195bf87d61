import { setTimeout as wait } from "node:timers/promises";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { POLL, SEED } from "#tests/e2e/fixtures.ts";
import { TEST_CODE } from "#tests/support/site.ts";

const poll = (page: Page) => page.getByRole("region", { name: "Thăm dò ý kiến" });

/** Chooses, types the code and sends, as a reader of the article does. */
export async function vote(page: Page, option: string, code = TEST_CODE) {
  await fillIn(page, option, code);
  await poll(page).getByRole("button", { name: "Gửi ý kiến" }).click();
}

export async function fillIn(page: Page, option: string, code = TEST_CODE) {
  await poll(page).getByRole("radio", { name: option, exact: true }).check();
  await typeCode(page, code);
}

/** Types the code once its picture is there to be read: with the picture comes the challenge. */
async function typeCode(page: Page, code: string) {
  const picture = poll(page).getByRole("img", { name: /^Hình mã xác nhận/ });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await poll(page).getByLabel("Mã xác nhận").fill(code);
}

export async function expectThanks(page: Page) {
  await expect(page).toHaveURL(new RegExp(`/tham-do/${POLL}\\?`));
  await expect(page.getByRole("main")).toContainText(/cảm ơn/i);
  await expect(page.getByRole("main")).toContainText(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/);
}

/** On a wide screen the parts of a poll's page stand below each other or side by side. */
export async function expectNothingCovered(page: Page) {
  const parts = page.locator("main .split section, main .split .note");
  const boxes = await parts.evaluateAll((found) =>
    found
      .filter((one) => !found.some((other) => other !== one && (other.contains(one) || one.contains(other))))
      .map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
  );
  const covered = boxes.flatMap((one, at) =>
    boxes.slice(at + 1).filter((other) => {
      const across = one.left < other.right - 1 && other.left < one.right - 1;
      return across && one.top < other.bottom - 1 && other.top < one.bottom - 1;
    }),
  );
  expect(boxes.length).toBeGreaterThan(2);
  expect(covered).toEqual([]);
}

/** A wrong code costs the reader nothing but the code: the choice stands, the sentence is at the field. */
export async function expectRefusalKeepsChoice(page: Page, option: string) {
  await expect(page).toHaveURL(new RegExp(`${SEED}\\?`));
  await expect(poll(page).getByRole("radio", { name: option, exact: true })).toBeChecked();
  const field = poll(page).getByLabel("Mã xác nhận");
  await expect(field).toHaveAccessibleDescription(/Mã chưa đúng/);
  await expect(field).toHaveValue("");
}

/** What a request needs to vote without a browser: the option's number, and the cookie of a fresh challenge. */
export async function ballotPaper(request: APIRequestContext, option: string) {
  const html = await (await request.get(SEED)).text();
  const chon = new RegExp(`value="(\\d+)"[^>]*>\\s*${option}\\s*<`).exec(html)?.[1] ?? "";
  await request.get(`/ma-xac-nhan?tham-do=${POLL}`);
  return { chon, ma: TEST_CODE, ve: SEED };
}

export const cast = (request: APIRequestContext, form: Record<string, string>) =>
  request.post(`/tham-do/${POLL}/phieu`, { form, maxRedirects: 0 });

type Result = {
  total: number;
  options: { label: string; ballots: number; percent: number }[];
  countedAt: string;
};

/** The result counted from now on: the page store may still hold one of three seconds ago. */
export async function countedVotes(request: APIRequestContext) {
  const asked = Date.now();
  for (;;) {
    const response = await request.get(`/api/tham-do/${POLL}`);
    expect(response.status()).toBe(200);
    const result = (await response.json()) as Result;
    if (Date.parse(result.countedAt) >= asked) return result;
    await wait(250);
  }
}
