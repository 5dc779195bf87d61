import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { articlesOf } from "#lib/importers/files.ts";
import { paragraph, run, wordFile } from "#tests/support/word-file.ts";

const keepImage = () => Promise.reject(new Error("no pictures here"));

async function readOne(name: string, bytes: Uint8Array) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "word-")), name);
  await writeFile(file, bytes);
  const articles = await Array.fromAsync(articlesOf(file));
  return Promise.all(articles.map(({ read }) => read(keepImage)));
}

test("a Word file is one article, named by the file when it states no title, with what changed as warnings", async () => {
  const body = paragraph(run("Uû ban nh©n d©n", '<w:rFonts w:ascii=".VnTime"/>') + run("bí mật", "<w:vanish/>"));
  expect(await readOne("Báo cáo tháng 7.docx", wordFile(body))).toEqual([
    {
      title: "Báo cáo tháng 7",
      bodyHtml: "<p>Uỷ ban nhân dân</p>",
      warnings: [expect.stringContaining("TCVN3"), "Đã bỏ 1 chỗ chữ ẩn."],
    },
  ]);
});

test("the day of its heading block is the article's", async () => {
  const body = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Đông Thanh, ngày 19 tháng 7 năm 2017", "Nội dung"].map((text) =>
    paragraph(run(text)),
  );
  expect(await readOne("a.docx", wordFile(body.join("")))).toMatchObject([
    { dateline: "2017-07-19", bodyHtml: "<p>Nội dung</p>" },
  ]);
});

test("a broken file is refused when its turn comes", async () => {
  await expect(readOne("a.docx", new TextEncoder().encode("PK hỏng"))).rejects.toThrow(/bị hỏng/);
});
