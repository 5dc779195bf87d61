import { expect } from "@playwright/test";
import { POLL, SEED, test } from "#tests/e2e/fixtures.ts";
import {
  ballotPaper,
  cast,
  countedVotes,
  expectNothingCovered,
  expectRefusalKeepsChoice,
  expectThanks,
  vote,
} from "#tests/e2e/voting.ts";

test.describe.configure({ mode: "serial" }); // they count ballots of one poll

test("a reader votes from the article and gets a receipt", async ({ page }) => {
  await page.goto(SEED);
  await vote(page, "Tốt");
  await expectThanks(page);
});

test("a wrong code keeps the choice, and the next try counts", async ({ page }) => {
  await page.goto(SEED);
  await vote(page, "Rất tốt", "XXXXX");
  await expectRefusalKeepsChoice(page, "Rất tốt");

  await vote(page, "Rất tốt");
  await expectThanks(page);
});

test("who votes again is told of the ballot that was counted, with its receipt", async ({ page }) => {
  await page.goto(SEED);
  await vote(page, "Tốt");
  await expectThanks(page);
  const receipt = await page.getByRole("status").textContent();

  await page.goto(SEED);
  await vote(page, "Rất tốt");

  await expectThanks(page);
  await expect(page.getByText("Trình duyệt này đã bỏ một phiếu")).toBeVisible();
  await expectNothingCovered(page);
  await expect(page.getByRole("status")).toHaveText(receipt ?? "");
});

test("the same request again is answered with the same receipt and counted once", async ({ request }) => {
  const paper = await ballotPaper(request, "Bình thường");
  const before = await countedVotes(request);

  const first = await cast(request, paper);
  const again = await cast(request, paper);

  expect([first.status(), again.status()]).toEqual([303, 303]);
  expect(again.headers()["location"]).toBe(first.headers()["location"]);
  expect((await countedVotes(request)).total).toBe(before.total + 1);
});

test("one challenge sent over twenty connections at once is one ballot", async ({ request }) => {
  const paper = await ballotPaper(request, "Chưa tốt");
  const before = await countedVotes(request);

  const answers = await Promise.all(Array.from({ length: 20 }, () => cast(request, paper)));

  expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([303]));
  expect(new Set(answers.map((answer) => answer.headers()["location"])).size).toBe(1);
  expect((await countedVotes(request)).total).toBe(before.total + 1);
});

test("under a burst a browser is given a sum, does it while the code is typed, and the vote counts", async ({
  page,
  request,
}) => {
  const forms = Array.from({ length: 200 }, () => cast(request, { chon: "1", ma: "XXXXX", ve: SEED }));
  await Promise.all(forms); // no ticket, so nothing of it counts
  await page.goto(SEED);
  const sum = page.locator("input[name=viec-tinh]");
  await expect(async () => {
    await page.reload(); // until it is answered by a process that has seen the burst
    await page.getByRole("radio", { name: "Tốt", exact: true }).check();
    await expect(sum).toHaveValue(/^\d+$/, { timeout: 3000 });
  }).toPass();

  await vote(page, "Tốt");
  await expectThanks(page);
});

test("the result page shows what the ballots say, and the percentages make 100", async ({ page, request }) => {
  const { options, total } = await countedVotes(request);
  expect(options.reduce((sum, { ballots }) => sum + ballots, 0)).toBe(total);
  expect(options.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);

  await expect(async () => {
    await page.goto(`/tham-do/${POLL}`);
    for (const { label, ballots } of options)
      await expect(page.getByRole("row", { name: new RegExp(`^${label}\\b`) })).toContainText(String(ballots), {
        timeout: 500,
      });
  }).toPass({ timeout: 15_000 }); // the page may be some seconds old
});

test("the picture is a PNG and says nothing of the code; the code is spoken too", async ({ request }) => {
  const picture = await request.get(`/ma-xac-nhan?tham-do=${POLL}`);
  expect(picture.headers()).toMatchObject({
    "content-type": "image/png",
    "cache-control": expect.stringContaining("no-store"),
  });
  expect((await picture.body()).subarray(1, 4).toString()).toBe("PNG");
  expect(JSON.stringify(picture.headers())).not.toContain("K7M3X");

  const sound = await request.get(`/ma-xac-nhan/am-thanh?tham-do=${POLL}`);
  expect(sound.headers()["content-type"]).toMatch(/^audio\//);
});
