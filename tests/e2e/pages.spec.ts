import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "#tests/e2e/fixtures.ts";
import { PUBLIC_PAGES } from "#tests/e2e/public-pages.ts";
import { SCREENS } from "#tests/e2e/screens.ts";

for (const path of PUBLIC_PAGES) {
  test(`${path} says what it is, in one h1 and landmarks`, async ({ page }) => {
    await page.goto(path);

    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    expect((await page.title()).length).toBeGreaterThan(3);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    for (const landmark of ["banner", "main", "contentinfo"] as const)
      await expect(page.getByRole(landmark)).toHaveCount(1);
    await expect(page.getByRole("navigation").first()).toBeAttached();
    for (const meta of ["meta[name=description]", "meta[property='og:title']", "meta[property='og:url']"])
      await expect(page.locator(meta)).toHaveAttribute("content", /.{3}/);
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /^http/);
  });

  test(`${path} has no fault that axe finds, in both schemes and at both widths`, async ({ page }) => {
    await page.goto(path);
    for (const { width, colorScheme } of SCREENS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await faults(page), `${colorScheme}, ${width} px`).toEqual([]);
    }
  });
}

async function faults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ...(sideways > 0 ? [`sticks out sideways by ${sideways} px`] : []),
  ];
}

test("the skip link is the first stop of the keyboard and leads to the content", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Tới nội dung chính" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#chinh$/);
});
