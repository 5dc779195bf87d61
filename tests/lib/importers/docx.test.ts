import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { importDocx } from "#lib/importers/docx.ts";
import { paragraph, picture, relation, run, wordFile } from "#tests/support/word-file.ts";

const keepImage = async () => ({ src: "/tep/a1/anh.png", width: 4, height: 3 });
const take = (bytes: Uint8Array) => importDocx(bytes, { keepImage });

/** Thirty pages of 400 words with twenty pictures of 300 kB. */
function longReport() {
  const words = "Đảng ủy phường Đông Thanh tổ chức sinh hoạt chi bộ định kỳ, ".repeat(6);
  const pages = Array.from({ length: 30 * 6 }, () => paragraph(run(words, "<w:b/>") + run(words)));
  const noise = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 2654435761) >>> 24);
  const names = Array.from({ length: 20 }, (_, at) => `a${at}`);
  return wordFile(pages.join("") + names.map((name) => paragraph(picture(`r:embed="${name}"`))).join(""), {
    relations: names.map((name) => relation(name, "image", `media/${name}.png`)).join(""),
    files: Object.fromEntries(
      names.map((name, at) => [`word/media/${name}.png`, new Uint8Array([...strToU8(String(at)), ...noise])]),
    ),
  });
}

test("thirty pages with twenty pictures in five seconds, with progress on the way", {
  timeout: 60_000,
  retry: 2,
}, async ({ annotate }) => {
  const bytes = longReport();
  const progress: number[] = [];
  const start = process.cpuUsage(); // of all threads: what else the machine does is not counted
  const { html, report } = await importDocx(bytes, { keepImage, onProgress: (done) => progress.push(done) });
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1_000_000;
  await annotate(`${seconds.toFixed(1)} s`);

  expect(html.match(/<img /g)).toHaveLength(20);
  expect(report.kept.find(({ what }) => what === "picture")?.sentence).toBe("Giữ 20 ảnh.");
  expect(progress).toEqual([...progress].sort((one, other) => one - other));
  expect(progress.length).toBeGreaterThan(20);
  expect(progress.at(-1)).toBe(1);
  expect(seconds).toBeLessThan(5);
});

test.each([
  ["an old .doc or a password", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /\.docx/],
  ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47]), /\.docx/],
  ["half a file", wordFile(paragraph(run("A"))).subarray(0, 400), /bị hỏng/],
  ["a zip that is no Word file", zipSync({ "a.txt": strToU8("A") }), /bị hỏng/],
  ["a path that climbs", wordFile("", { files: { "../../etc/passwd": strToU8("A") } }), /bị hỏng/],
  [
    "a document type with entities",
    zipSync({ "word/document.xml": strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>') }),
    /bị hỏng/,
  ],
  [
    "more parts than any document has",
    zipSync(Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`${at}`, new Uint8Array()]))),
    /quá nhiều/,
  ],
])("%s is refused with the way out", async (_what, bytes, sentence) => {
  await expect(take(bytes)).rejects.toThrow(sentence);
});

test("bombs are refused before they are unpacked, or ended by the clock", { timeout: 60_000 }, async () => {
  const zeros = new Uint8Array(21 * 1024 * 1024);
  await expect(take(wordFile("", { files: { "word/big.xml": zeros } }))).rejects.toThrow(/quá nhiều/);
  await expect(take(wordFile("", { files: { "word/media/a.bmp": new Uint8Array(60 * 1024 * 1024) } }))).rejects.toThrow(
    /quá nhiều/,
  );

  const deep = "<w:sdt><w:sdtContent>".repeat(50_000) + "</w:sdtContent></w:sdt>".repeat(50_000);
  await expect(take(wordFile(deep))).rejects.toThrow(/Hãy/);
  await expect(take(wordFile(paragraph(run("chữ")).repeat(150_000)))).rejects.toThrow(/quá nhiều/);
  const long = paragraph(run("chữ ")).repeat(24_000);
  await expect(importDocx(wordFile(long), { keepImage, timeLimit: 300 })).rejects.toThrow(/quá nặng/);
});

test("a size that lies ends the reading at what was declared", async () => {
  const honest = wordFile(paragraph(run("A".repeat(5_000))));
  const bytes = Uint8Array.from(honest);
  const view = new DataView(bytes.buffer);
  const name = new TextDecoder().decode.bind(new TextDecoder());
  for (let at = 0; at < bytes.length - 46; at++) {
    const isEntry = view.getUint32(at, true) === 0x02014b50;
    if (isEntry && name(bytes.subarray(at + 46, at + 63)) === "word/document.xml") view.setUint32(at + 24, 100, true);
  }
  const outcome = await take(bytes).catch((error: Error) => error.message);
  expect(JSON.stringify(outcome).length).toBeLessThan(2_000);
});
