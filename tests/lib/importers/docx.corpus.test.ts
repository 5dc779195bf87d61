import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { textOf } from "#lib/html.ts";
import { importDocx } from "#lib/importers/docx.ts";
import { articleFrom } from "#lib/importers/docx-article.ts";
import { readDocx } from "#lib/importers/docx-read.ts";

const CORPUS = "../shared/corpora/docx";
const keepImage = async () => ({ src: "/tep/a1/anh.png", width: 4, height: 3 });
const FLOOR = 1;

type Entry = { file: string; cls: "benign" | "hostile"; must_contain: string[] };

const squeeze = (text: string) => text.normalize("NFC").replace(/[\s\u00a0]+/gu, "");
const bytesOf = ({ file }: Entry) => readFileSync(`${CORPUS}/files/${file}`);

async function missing(entry: Entry) {
  const { title, html } = await articleFrom(await readDocx(bytesOf(entry)), keepImage);
  const text = squeeze(`${title}\n${textOf(html)}`);
  return entry.must_contain.filter((wanted) => !text.includes(squeeze(wanted)));
}

describe.skipIf(!existsSync(CORPUS))("Word files of other projects (skipped where ../shared/corpora is absent)", () => {
  const inventory: Entry[] = existsSync(CORPUS) ? JSON.parse(readFileSync(`${CORPUS}/inventory.json`, "utf8")) : [];
  const benign = inventory.filter(({ cls }) => cls === "benign");
  const hostile = inventory.filter(({ cls }) => cls === "hostile");

  test("benign ones keep their text", { timeout: 120_000 }, async ({ annotate }) => {
    const wrong: string[] = [];
    for (const entry of benign) {
      const lost = await missing(entry).catch((error: unknown) => [String(error)]);
      if (lost.length > 0) wrong.push(`${entry.file}: ${lost.join(" | ")}`);
    }
    const share = 1 - wrong.length / benign.length;
    await annotate(`${(share * 100).toFixed(1)} % of ${benign.length} read rightly. ${wrong.join("; ")}`);
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(benign.length * (1 - FLOOR));
  });

  test("hostile ones are refused in a sentence or made safe", { timeout: 240_000 }, async () => {
    for (const entry of hostile) {
      const outcome = await importDocx(bytesOf(entry), { keepImage }).catch((error: unknown) => error);
      if (outcome instanceof AppError) expect(outcome.message, entry.file).toMatch(/Hãy/);
      else
        expect(outcome, entry.file).toMatchObject({
          html: expect.not.stringMatching(/script|file:|onerror|&xxe|root:/i),
        });
    }
  });
});
