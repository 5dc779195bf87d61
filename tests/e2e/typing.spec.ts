import { gzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";

test.use({ storageState: ADMIN_SESSION });

const BUDGET = 350_000;
const body = (page: Page) => page.getByRole("textbox", { name: "Nội dung bài" });

async function open(page: Page) {
  await page.goto("/quan-tri/bai-viet/moi");
  await body(page).click();
}

test("the editing page loads no more script than 350 kB, compressed", async ({ page }) => {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (/\.js(\?|$)/.test(response.url())) sizes.push(response.body().then((bytes) => gzipSync(bytes).length));
  });
  await open(page);
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(100_000);
  expect(total).toBeLessThan(BUDGET);
});

test("Vietnamese typed by composition (Telex of the system) and by replacement (UniKey) comes out as meant", async ({
  page,
}) => {
  await open(page);
  const keyboard = await page.context().newCDPSession(page);
  const steps = {
    tiếng: ["t", "ti", "tie", "tiê", "tiên", "tiêng"],
    Việt: ["V", "Vi", "Vie", "Viê", "Việ"],
    đường: ["d", "đ", "đư", "đươ", "đươn"],
  };
  for (const [word, parts] of Object.entries(steps)) {
    for (const text of [...parts, word])
      await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await keyboard.send("Input.insertText", { text: word });
    await page.keyboard.type(" ");
  }
  await page.keyboard.type("truowng");
  for (let letter = 0; letter < 7; letter += 1) await page.keyboard.press("Backspace");
  await page.keyboard.insertText("trường");
  await expect(body(page)).toHaveText("tiếng Việt đường trường");
});
