import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { createFigures } from "#tests/bench/figures.ts";
import { writeReport } from "#tests/bench/prose.ts";
import { paragraph, picture, relation, run, wordFile } from "#tests/support/word-file.ts";

const [PAGES, WORDS_A_PAGE, PICTURES, RUNS, REACH] = [30, 400, 20, 3, 5000];
/** What telephones take, as Word keeps it: 12 megapixels in a little more than a megabyte. */
const [WIDTH, HEIGHT, QUALITY] = [4000, 3000, 40];

/** `npm run bench:import`: a report of 30 pages with 20 photographs, from the bytes of the .docx to the article, pictures stored. */
async function measure() {
  const { withSiteDatabase } = await import("#lib/server/command-database.ts");
  const figures = createFigures();
  const photographs = await takePhotographs(RUNS * PICTURES);
  await withSiteDatabase(async () => {
    for (let at = 0; at < RUNS; at++) {
      const file = reportWith(photographs.slice(at * PICTURES, (at + 1) * PICTURES));
      const took = await timeImport(file);
      const size = `${(file.length / 1_000_000).toFixed(1)} MB`;
      figures.add(`nhập tệp Word ${size}, lần ${at + 1}`, "≤ 5 s", `${(took / 1000).toFixed(1)} s`, took <= REACH);
    }
  });
  process.stdout.write(`\n${figures.table()}\n`);
  return figures.missed === 0 ? 0 : 1;
}

async function timeImport(file: Uint8Array) {
  const { importDocx } = await import("#lib/importers/docx.ts");
  const { keepImageAs } = await import("#lib/importers/keep-image.ts");
  const { system } = await import("#lib/actor.ts");
  const began = performance.now();
  const { html } = await importDocx(file, { keepImage: keepImageAs(system("bench")) });
  const took = performance.now() - began;
  const shown = html.match(/<img /g)?.length ?? 0;
  if (shown !== PICTURES) throw new Error(`${shown} pictures arrived of ${PICTURES}`);
  return took;
}

/** Each another, and with detail at every size, as a photograph has: what is stored once is not made again. */
async function takePhotographs(count: number) {
  const noise = (width: number, sigma: number) =>
    sharp({
      create: {
        ...{ width, height: (width * 3) / 4, channels: 3, background: "#888" },
        noise: { type: "gaussian", mean: 128, sigma },
      },
    })
      .png()
      .toBuffer();
  const photographs: Buffer[] = [];
  for (let at = 0; at < count; at++)
    photographs.push(
      await sharp(await noise(400, 60))
        .resize(WIDTH, HEIGHT)
        .composite([{ input: await noise(WIDTH, 3), blend: "soft-light" }])
        .jpeg({ quality: QUALITY })
        .toBuffer(),
    );
  return photographs;
}

function reportWith(photographs: Buffer[]) {
  const names = photographs.map((_, at) => `anh${at}`);
  const text: string[] = [];
  for (let index = 0; text.join(" ").split(" ").length < PAGES * WORDS_A_PAGE; index++)
    text.push(...writeReport(index, PAGES).paragraphs);
  const every = Math.ceil(text.length / names.length);
  const body = text.flatMap((words, at) => {
    const name = at % every === 0 ? names[at / every] : undefined;
    return [paragraph(run(words)), ...(name ? [paragraph(picture(`r:embed="${name}"`, "Hội nghị"))] : [])];
  });
  return wordFile(body.join(""), {
    relations: names.map((name) => relation(name, "image", `media/${name}.jpg`)).join(""),
    files: Object.fromEntries(names.map((name, at) => [`word/media/${name}.jpg`, photographs[at] ?? Buffer.alloc(0)])),
  });
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "chuyen-muc-import-"));
process.env["DATA_DIR"] = folder; // before anything reads the settings
try {
  process.exitCode = await measure();
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
