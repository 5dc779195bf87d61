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

/** What stands at the cursor after each key of a word that the system's own keyboard composes. */
const COMPOSED = {
  Telex: {
    tiếng: ["t", "ti", "tie", "tiê", "tiên", "tiêng"],
    Việt: ["V", "Vi", "Vie", "Viê", "Việ"],
    đường: ["d", "đ", "đư", "đươ", "đươn"],
  },
  VNI: {
    tiếng: ["t", "ti", "tie", "tiê", "tiế", "tiến"], // tie61ng
    Việt: ["V", "Vi", "Vie", "Viê", "Việ"], // Vie65t
    đường: ["d", "đ", "đu", "đuo", "đươ", "đườ", "đườn"], // d9uo72ng
  },
};

/** What UniKey takes back with Backspace and puts in its place, after the keys that it let through. */
const REPLACED = {
  Telex: [{ keys: "truowng", back: 7, put: "trường" }],
  VNI: [
    { keys: "tru", back: 1, put: "ư" }, // 7
    { keys: "o", back: 1, put: "ơ" }, // 7
    { keys: "ng", back: 3, put: "ờng" }, // 2
  ],
};

for (const method of ["Telex", "VNI"] as const)
  test(`Vietnamese typed by composition (${method} of the system) and by replacement (UniKey) comes out as meant`, async ({
    page,
  }) => {
    await open(page);
    const keyboard = await page.context().newCDPSession(page);
    for (const [word, parts] of Object.entries(COMPOSED[method])) {
      for (const text of [...parts, word])
        await keyboard.send("Input.imeSetComposition", {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      await keyboard.send("Input.insertText", { text: word });
      await page.keyboard.type(" ");
    }
    for (const { keys, back, put } of REPLACED[method]) {
      await page.keyboard.type(keys);
      for (let letter = 0; letter < back; letter += 1) await page.keyboard.press("Backspace");
      await page.keyboard.insertText(put);
    }
    await page.keyboard.type(" 2026");
    await expect(body(page)).toHaveText("tiếng Việt đường trường 2026");
  });
