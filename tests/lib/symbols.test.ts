import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { spell } from "#lib/symbols.ts";

const digest = (text: string) => createHash("sha256").update(text).digest();

test("a digest is always spelt the same way, in the alphabet's symbols only", () => {
  expect(spell(digest("a"), "XYZ", 8)).toBe(spell(digest("a"), "XYZ", 8));
  expect(spell(digest("a"), "XYZ", 8)).toMatch(/^[XYZ]{8}$/);
  expect(spell(Buffer.alloc(32), "XYZ", 4)).toBe("XXXX");
});

test("every symbol is as likely at every place", () => {
  const alphabet = "ABCDEFGHIJKLMNOPQR";
  const seen = new Map<string, number>();
  for (let n = 0; n < 9000; n++)
    for (const [place, symbol] of [...spell(digest(String(n)), alphabet, 5)].entries())
      seen.set(`${place}${symbol}`, (seen.get(`${place}${symbol}`) ?? 0) + 1);

  expect(seen.size).toBe(5 * alphabet.length);
  for (const count of seen.values()) expect(Math.abs(count - 500)).toBeLessThan(115); // five standard deviations
});
