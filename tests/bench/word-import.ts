import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { createFigures } from "#tests/bench/figures.ts";
import { writeReport } from "#tests/bench/prose.ts";
import { paragraph, picture, relation, run, wordFile } from "#tests/support/word-file.ts";

const [PAGES, WORDS_A_PAGE, PICTURES, RUNS, REACH] = [30, 400, 20, 3, 5000];
/** What telephones take, as Word keeps it: 12 megapixels in a little more than a megabyte. */
const [WIDTH, HEIGHT, SHAPES, QUALITY] = [4000, 3000, 400, 40];

/** `npm run bench:import`: a report of 30 pages with 20 photographs, from the bytes of the .docx to the article, pictures stored. */
async function measure() {
  const { withSiteDatabase } = await import("#lib/server/command-database.ts");
  const figures = createFigures();
  process.stdout.write(`Chuẩn bị ${RUNS * PICTURES} ảnh…\n`);
  const photographs = await takePhotographs(RUNS * PICTURES);
  await withSiteDatabase(async () => {
    for (let at = 0; at < RUNS; at++) {
      const file = reportWith(photographs.slice(at * PICTURES, (at + 1) * PICTURES));
      const { took, worked } = await timeImport(file);
      const size = `${(file.length / 1_000_000).toFixed(1)} MB`;
      figures.add(
        `nhập tệp Word ${size}, lần ${at + 1}`,
        "≤ 5 s",
        `${seconds(took)}, bộ xử lý làm ${seconds(worked)}`,
        took <= REACH,
      );
    }
  });
  process.stdout.write(`\n${figures.table()}\n`);
  return figures.missed === 0 ? 0 : 1;
}

async function timeImport(file: Uint8Array) {
  const { importDocx } = await import("#lib/importers/docx.ts");
  const { keepImageAs } = await import("#lib/importers/keep-image.ts");
  const { system } = await import("#lib/actor.ts");
  const [began, busy] = [performance.now(), process.cpuUsage()];
  const { html } = await importDocx(file, { keepImage: keepImageAs(system("bench"), "bao-cao.docx") });
  const took = performance.now() - began;
  const { user, system: kernel } = process.cpuUsage(busy);
  const shown = html.match(/<img /g)?.length ?? 0;
  if (shown !== PICTURES) throw new Error(`${shown} pictures arrived of ${PICTURES}`);
  return { took, worked: (user + kernel) / 1000 };
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** With detail at every size, as a photograph has; each a little lighter than the one before: what is stored once is not made again. */
async function takePhotographs(count: number) {
  const [shapes, grain] = await Promise.all([noise(SHAPES, 60), noise(WIDTH, 3)]);
  const { data, info } = await sharp(shapes.data, { raw: shapes.info })
    .resize(WIDTH, HEIGHT)
    .composite([{ input: grain.data, raw: grain.info, blend: "soft-light" }])
    .raw()
    .toBuffer({ resolveWithObject: true });
  const photographs: Buffer[] = [];
  for (let at = 0; at < count; at++)
    photographs.push(
      await sharp(data, { raw: info })
        .linear(1, at - count / 2)
        .jpeg({ quality: QUALITY })
        .toBuffer(),
    );
  return photographs;
}

const noise = (width: number, sigma: number) =>
  sharp({
    create: {
      ...{ width, height: (width * 3) / 4, channels: 3, background: "#888" },
      noise: { type: "gaussian", mean: 128, sigma },
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });

function reportWith(photographs: Buffer[]) {
  const names = photographs.map((_, at) => `anh${at}`);
  const text: string[] = [];
  for (let index = 0; text.join(" ").split(" ").length < PAGES * WORDS_A_PAGE; index++)
    text.push(...writeReport(index, PAGES).paragraphs);
  const every = Math.floor(text.length / names.length);
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
