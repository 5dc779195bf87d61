import { expect } from "@playwright/test";
import { faultsOf } from "#tests/e2e/axe.ts";
import { test } from "#tests/e2e/fixtures.ts";
import { PUBLIC_PAGES } from "#tests/e2e/public-pages.ts";

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
    expect(await faultsOf(page)).toEqual([]);
  });
}

test("the skip link is the first stop of the keyboard and leads to the content", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Tới nội dung chính" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#chinh$/);
});
