import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The colours do not depend on the width, nor sizes on the colours: two looks show every combination's faults. */
const LOOKS = [
  { width: 320, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;

/** What axe finds wrong with a page, and whether it is wider than its window: one line a fault. */
export async function faultsOf(page: Page) {
  const faults: string[] = [];
  await page.evaluate(source); // by the debugger: the page's own policy would let no script in
  for (const { width, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(look);
    faults.push(...found.map((fault) => `${colorScheme}, ${width} px: ${fault}`));
  }
  return faults;
}

/** Runs in the page. */
async function look() {
  const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
  const { violations } = await axe.run({ resultTypes: ["violations"] });
  const sideways = document.documentElement.scrollWidth - window.innerWidth;
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  return sideways > 0 ? [...faults, `sticks out sideways by ${sideways} px`] : faults;
}
