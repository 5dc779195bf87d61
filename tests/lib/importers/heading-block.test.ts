import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { expect, test } from "vitest";
import { articleFrom } from "#lib/importers/docx-article.ts";
import { readDocx } from "#lib/importers/docx-read.ts";
import { readHeadingBlock } from "#lib/importers/heading-block.ts";

const line = (text: string, { bold = false, center = true } = {}) =>
  new Paragraph({
    alignment: center ? AlignmentType.CENTER : AlignmentType.BOTH,
    children: text.split("\n").map((part, at) => new TextRun({ text: part, bold, ...(at > 0 && { break: 1 }) })),
  });
const columns = (...rows: string[][][]) =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({ children: cells.map((lines) => new TableCell({ children: lines.map((text) => line(text)) })) }),
    ),
  });

async function importOf(...children: (Paragraph | Table)[]) {
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return articleFrom(await readDocx(bytes), () => Promise.reject(new Error("no pictures here")));
}

test("a Party document: frame, subject and signature are taken, the body is left", async () => {
  const { title, html, headingBlock } = await importOf(
    columns([
      ["ĐẢNG BỘ THÀNH PHỐ ĐÔNG HÀ", "ĐẢNG ỦY PHƯỜNG ĐÔNG THANH", "*", "Số 28 – KH/ĐU"],
      ["ĐẢNG CỘNG SẢN VIỆT NAM", "Đông Thanh, ngày 11 tháng 4 năm 2017"],
    ]),
    line("KẾ HOẠCH", { bold: true }),
    line("thực hiện Nghị quyết Trung ương 4 khóa XII", { bold: true }),
    line("-----"),
    line("Căn cứ Chỉ thị số 10-CT/TW, Đảng ủy phường xây dựng kế hoạch như sau:", { center: false }),
    columns([
      ["Nơi nhận:", "- Thường trực Thành ủy,", "- Các chi bộ trực thuộc,", "- Lưu VP."],
      ["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "(đã ký)", "Nguyễn Văn An"],
    ]),
  );
  expect(headingBlock).toEqual({
    superior: "ĐẢNG BỘ THÀNH PHỐ ĐÔNG HÀ",
    organ: "ĐẢNG ỦY PHƯỜNG ĐÔNG THANH",
    number: "28-KH/ĐU",
    place: "Đông Thanh",
    date: "2017-04-11",
    type: "Kế hoạch",
    title: "Kế hoạch thực hiện Nghị quyết Trung ương 4 khóa XII",
    signer: "Nguyễn Văn An",
    signerTitle: "T/M BAN THƯỜNG VỤ BÍ THƯ",
    recipients: ["Thường trực Thành ủy", "Các chi bộ trực thuộc", "Lưu VP"],
  });
  expect(title).toBe(headingBlock?.title);
  expect(html).toBe('<p class="deu">Căn cứ Chỉ thị số 10-CT/TW, Đảng ủy phường xây dựng kế hoạch như sau:</p>');
});

test("a state document in two rows, its number still a gap, its day filled in by hand", async () => {
  const { headingBlock, html } = await importOf(
    columns(
      [
        ["ỦY BAN NHÂN DÂN\nPHƯỜNG ĐÔNG THANH", "-------"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "---------------"],
      ],
      [["Số:      /QĐ-UBND"], ["Đông Thanh, ngày     tháng 02 năm 2026"]],
    ),
    line("QUYẾT ĐỊNH\nVề việc công nhận tổ dân phố văn hóa", { bold: true }),
    line("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG THANH", { bold: true }),
    line("Điều 1. Công nhận.", { center: false }),
    line("Nơi nhận:\tKT. CHỦ TỊCH", { center: false }),
    line("- Như Điều 3;\tPHÓ CHỦ TỊCH", { center: false }),
    line("- Lưu: VT.", { center: false }),
    line("\tTrần Thị Bình", { center: false }),
  );
  expect(headingBlock).toMatchObject({
    organ: "ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG THANH",
    number: "",
    place: "Đông Thanh",
    date: "",
    type: "Quyết định",
    title: "Quyết định Về việc công nhận tổ dân phố văn hóa",
    signer: "Trần Thị Bình",
    signerTitle: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
    recipients: ["Như Điều 3", "Lưu: VT"],
  });
  expect(html).toContain("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG THANH");
  expect(html).toMatch(/<p class="deu">Điều 1. Công nhận.<\/p>$/);
});

test("a frame set with tabs, a letter's subject under its number", async () => {
  const { headingBlock, title, html } = await importOf(
    line("ĐẢNG BỘ PHƯỜNG ĐÔNG THANH\tĐẢNG CỘNG SẢN VIỆT NAM", { center: false }),
    line("CHI BỘ KHU PHỐ 1\tĐông Thanh, ngày 05 tháng 01 năm 2026", { center: false }),
    line("*", { center: false }),
    line("Số 03-CV/CB", { center: false }),
    line("V/v đăng ký học tập", { center: false }),
    line("Kính gửi: Đảng ủy phường", { center: false }),
  );
  expect(headingBlock).toMatchObject({
    superior: "ĐẢNG BỘ PHƯỜNG ĐÔNG THANH",
    organ: "CHI BỘ KHU PHỐ 1",
    number: "03-CV/CB",
    date: "2026-01-05",
  });
  expect(title).toBe("V/v đăng ký học tập");
  expect(html).toBe('<p class="deu">Kính gửi: Đảng ủy phường</p>');
});

test("capitals below a frame in a table are a heading of the text, also where no number ends the frame", async () => {
  const { html, headingBlock } = await importOf(
    columns([["ĐẢNG ỦY PHƯỜNG ĐÔNG THANH"], ["ĐẢNG CỘNG SẢN VIỆT NAM", "Đông Thanh, ngày 20 tháng 11 năm 2026"]]),
    line("I. KẾT QUẢ", { bold: true, center: false }),
    line("Nội dung.", { center: false }),
  );
  expect(headingBlock?.organ).toBe("ĐẢNG ỦY PHƯỜNG ĐÔNG THANH");
  expect(html).toContain("<strong>I. KẾT QUẢ</strong>");
});

test("what belongs to no part of the frame stays in the body", async () => {
  const { html, headingBlock } = await importOf(
    columns([["ĐẢNG ỦY PHƯỜNG ĐÔNG THANH", "Số 1-BC/ĐU", "Bản sao lục"], ["ĐẢNG CỘNG SẢN VIỆT NAM"]]),
    line("Nội dung.", { center: false }),
  );
  expect(headingBlock?.number).toBe("1-BC/ĐU");
  expect(html).toBe('<p>Bản sao lục</p><p class="deu">Nội dung.</p>');
});

test.each([
  "<p>Chi bộ 1 họp ngày 19/7/2017.</p><table><tr><td>Số</td><td>Tên</td></tr></table>",
  "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Lời ca.</p>",
  "<p>Hội nghị chào cờ. Nơi nhận: bưu điện.</p><p>Nguyễn Văn An</p>",
  "",
])("an article without a frame is left to the letter: %s", (html) => {
  expect(readHeadingBlock(html)).toEqual({ headingBlock: null, html });
});

test("centred capitals at the head of a report are its title, and its headings close the gap", async () => {
  const { title, html } = await importOf(
    line("BÁO CÁO KẾT QUẢ", { bold: true }),
    line("sinh hoạt chi bộ tháng 7", { bold: true }),
    line("Chi bộ đã họp.", { center: false }),
  );
  expect(title).toBe("BÁO CÁO KẾT QUẢ sinh hoạt chi bộ tháng 7");
  expect(html).toBe('<p class="deu">Chi bộ đã họp.</p>');
});
