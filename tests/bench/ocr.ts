/** How many codes tesseract reads: `node tests/bench/ocr.ts [count]`. Needs tesseract 5; not part of `npm test`. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import sharp, { type Sharp } from "sharp";
import { ALPHABET } from "#lib/captcha/challenge.ts";
import { drawCode } from "#lib/captcha/draw.ts";

const run = promisify(execFile);
const count = Number(process.argv[2] ?? 500);

/** What a patient attacker does to the picture first. */
const preparations: Record<string, (picture: Sharp) => Sharp> = {
  plain: (picture) => picture,
  threshold: (picture) => picture.resize({ width: 800 }).threshold(128),
  "thin strokes removed": (picture) => picture.median(7).threshold(128),
  "gaps closed": (picture) => picture.blur(2.5).threshold(170).resize({ width: 600 }),
};

const folder = await mkdtemp(path.join(tmpdir(), "ocr-"));
const codes = Array.from({ length: count }, () =>
  Array.from({ length: 5 }, () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)]).join(""),
);
const pictures = await Promise.all(codes.map(drawCode));
const read = new Set<number>();

/** What tesseract reads in each file, "" where it reads nothing; it crashes on some, which are then asked one by one. */
async function readAll(files: string[]): Promise<string[]> {
  const list = path.join(folder, "list.txt");
  await writeFile(list, files.join("\n"));
  const options = [
    "--psm",
    "7",
    "--dpi",
    "150",
    "-c",
    `tessedit_char_whitelist=${ALPHABET}`,
    "-c",
    "page_separator=\f",
  ];
  try {
    const answer = await run("tesseract", [list, "-", ...options]);
    return answer.stdout.split("\f").map((text) => text.replace(/\s/g, ""));
  } catch {
    if (files.length === 1) return [""];
    const answers: string[] = [];
    for (const file of files) answers.push(...(await readAll([file])).slice(0, 1));
    return answers;
  }
}

const BATCH = 20;
for (const [name, prepare] of Object.entries(preparations)) {
  let right = 0;
  for (let from = 0; from < count; from += BATCH) {
    const files = pictures.slice(from, from + BATCH).map((_, place) => path.join(folder, `${from + place}.png`));
    for (const [place, file] of files.entries())
      await prepare(sharp(pictures[from + place]).greyscale())
        .png()
        .toFile(file);
    for (const [place, answer] of (await readAll(files)).entries()) {
      if (answer !== codes[from + place]) continue;
      right++;
      read.add(from + place);
    }
  }
  process.stdout.write(`${name}: ${right} of ${count}\n`);
}
process.stdout.write(`read in any way: ${read.size} of ${count} (${((100 * read.size) / count).toFixed(1)} %)\n`);
await rm(folder, { recursive: true });
