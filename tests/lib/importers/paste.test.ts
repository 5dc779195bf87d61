import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sanitizeHtml, textOf } from "#lib/html.ts";
import { isOfficePaste, preparePaste } from "#lib/importers/paste.ts";

const paste = (html: string) => sanitizeHtml(preparePaste(html).html);
const marker = (text: string) =>
  `<![if !supportLists]><span style='mso-list:Ignore'>${text}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>`;
const item = (level: number, label: string, text: string) =>
  `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'>${marker(label)}<span lang=VI>${text}<o:p></o:p></span></p>\n`;

describe("Word for desktop", () => {
  test("numbered paragraphs become nested lists that keep their numbers and letters", () => {
    const html =
      item(1, "3.", "Ba") +
      item(2, "a)", "Điểm a") +
      item(2, "b)", "Điểm b") +
      item(3, "o", "Ý nhỏ") +
      item(1, "4.", "Bốn");
    expect(paste(html)).toBe(
      '<ol start="3"><li><p>Ba</p><ol type="a"><li>Điểm a</li><li><p>Điểm b</p><ul><li>Ý nhỏ</li></ul></li></ol></li><li>Bốn</li></ol>',
    );
  });

  test("a label that no list can count stays as words", () => {
    expect(paste(item(1, "Điều 1.", "Phạm vi") + item(2, "1.1.", "Đối tượng"))).toBe(
      "<p>Điều 1. Phạm vi</p><p>1.1. Đối tượng</p>",
    );
  });

  test("a list goes on after a paragraph between its items", () => {
    expect(paste(`${item(1, "1.", "Một")}<p class=MsoNormal>Xen giữa</p>${item(1, "2.", "Hai")}`)).toBe(
      '<ol><li>Một</li></ol><p>Xen giữa</p><ol start="2"><li>Hai</li></ol>',
    );
  });

  test("alignment from the style sheet, headings and the head of a table", () => {
    const html = `<style><!-- p.MsoTitle, li.MsoTitle {mso-style-name:Title; text-align:center;} --></style>
      <h1>I. Kết quả</h1><p class=MsoNormal style='mso-outline-level:2'>1. Đảng viên</p>
      <p class=MsoNormal align=right style='text-align:right'>Đông Thanh</p>
      <table><thead><tr><td colspan=2><p class=MsoNormal align=center style='text-align:center'><b>Chi bộ</b></p></td></tr></thead>
      <tr><td rowspan=2>1</td><td>2</td></tr><tr><td>3</td></tr></table>`;
    expect(paste(html)).toBe(
      '<h2>I. Kết quả</h2><h3>1. Đảng viên</h3><p class="phai">Đông Thanh</p>' +
        '<table><thead><tr><th colspan="2" scope="col"><p class="giua"><strong>Chi bộ</strong></p></th></tr></thead>' +
        '<tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></table>',
    );
    expect(paste('<style>p.Tieude{text-align:center}</style><p class="Tieude">Giữa</p>')).toBe(
      '<p class="giua">Giữa</p>',
    );
  });

  test("footnotes point both ways whatever file the clipboard names", () => {
    const html = `<p>Nghị quyết<a style='mso-footnote-id:ftn1' href="file:///C:/Temp/a.htm#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p>
      <div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Khóa XII</p></div></div>`;
    expect(paste(html)).toContain('<sup><a id="ve-1" href="#chu-thich-1">[1]</a></sup>');
    expect(paste(html)).toContain('<p><a id="chu-thich-1" href="#ve-1">[1]</a> Khóa XII</p>');
  });

  test("tracked deletions, comments and hidden text stay away, insertions stay", () => {
    const html = `<p>Đảng <ins cite="mailto:A">ủy</ins><del cite="mailto:A">bộ</del><span style='display:none;mso-hide:all'>ẩn</span>
      <a class=msocomanchor id="_anchor_1" href="#_msocom_1">[A1]</a></p><div style='mso-element:comment-list'><p>Nhận xét</p></div>`;
    expect(textOf(paste(html))).toBe("Đảng ủy");
  });

  test("pictures that stay on the clerk's disk are told of, with the way out", () => {
    const { html, lostPictures, warnings } = preparePaste(
      '<p><img src="file:///C:/clip_image001.png" alt="Hội nghị">Chữ</p>',
    );
    expect({ html, lostPictures }).toEqual({ html: "<p>Chữ</p>", lostPictures: 1 });
    expect(warnings).toEqual([expect.stringContaining(".docx")]);
    expect(preparePaste('<img src="data:image/png;base64,AA==">')).toMatchObject({
      lostPictures: 0,
      inlinePictures: 1,
    });
  });

  test("old fonts are read, by the font or by the text", () => {
    expect(
      paste(`<p style='font-family:".VnTimeH"'>®¶ng uû</p><p style='font-family:"Times New Roman"'>Đảng ủy</p>`),
    ).toBe("<p>ĐẢNG UỶ</p><p>Đảng ủy</p>");
    expect(paste("<p>Uû ban nh©n d©n</p>")).toBe("<p>Uỷ ban nhân dân</p>");
  });
});

test("Word Online: one list for each item, levels and headings as roles", () => {
  const one = (level: number, text: string, name = "ul") =>
    `<div class="ListContainerWrapper SCXW1"><${name} class="BulletListStyle1"><li data-leveltext="" data-aria-level="${level}" class="OutlineElement"><p class="Paragraph"><span class="TextRun"><span class="NormalTextRun">${text}</span></span><span class="EOP">&nbsp;</span></p></li></${name}></div>`;
  const html = `<div class="OutlineElement"><p class="Paragraph" role="heading" aria-level="2"><span class="TextRun">Mục</span></p></div>${one(1, "Một")}${one(2, "Con")}${one(1, "Hai")}`;
  const result = paste(html);
  expect(result).toMatch(/^<h2>Mục<\/h2><ul>/);
  expect(result.match(/<ul>/g)).toHaveLength(2);
  expect(result).toMatch(/Một.*<ul>.*Con.*<\/ul><\/li><li>.*Hai/);
});

test("Google Docs: no bold for all, lists within lists", () => {
  const html = `<b style="font-weight:normal" id="docs-internal-guid-1"><h2 dir="ltr"><span>Mục</span></h2><ul><li aria-level="1"><p>Một</p></li><ul><li aria-level="2"><p><span style="font-weight:700">Con</span></p></li></ul><li aria-level="1"><p>Hai</p></li></ul>
    <p>Chú<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Thích</p></b>`;
  expect(paste(html)).toBe(
    "<h2>Mục</h2><ul><li><p>Một</p><ul><li><p><strong>Con</strong></p></li></ul></li><li><p>Hai</p></li></ul>" +
      '<p>Chú<sup><a id="ve-1" href="#chu-thich-1">[1]</a></sup></p><p><a id="chu-thich-1" href="#ve-1">[1]</a> Thích</p>',
  );
});

test("LibreOffice: footnotes and centred headings", () => {
  const html = `<h1 align="center">Đề mục</h1><ol><li><p>Một</p><ol><li><p>Con</p></li></ol></li></ol>
    <p>Chú<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>
    <div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Thích</p></div>`;
  expect(paste(html)).toBe(
    '<h2 class="giua">Đề mục</h2><ol><li><p>Một</p><ol><li><p>Con</p></li></ol></li></ol>' +
      '<p>Chú<a id="ve-1" href="#chu-thich-1"><sup>1</sup></a></p><p><a id="chu-thich-1" href="#ve-1">1</a>Thích</p>',
  );
});

test("only a word processor's clipboard is prepared", () => {
  expect(isOfficePaste("<p class=MsoNormal style='mso-list:l0 level1 lfo1'>")).toBe(true);
  expect(isOfficePaste("<p>Chữ thường</p>")).toBe(false);
});

const CORPUS = "../shared/corpora/benign/benign.jsonl";

test.skipIf(!existsSync(CORPUS))(
  "clipboards of another project keep their text (skipped where ../shared/corpora is absent)",
  async ({ annotate }) => {
    type Entry = { id: string; html: string; must_contain: string[] };
    const squeeze = (text: string) => text.normalize("NFC").replace(/[\s\u00a0]+/gu, "");
    const entries: Entry[] = readFileSync(CORPUS, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const wanted = entries.flatMap(({ id, html, must_contain }) => {
      const text = squeeze(textOf(paste(html)));
      return must_contain.map((rule) => ({ id, rule, kept: text.includes(squeeze(rule.replace(/^text:/, ""))) }));
    });
    const lost = wanted.filter(({ kept }) => !kept);
    await annotate(`${wanted.length - lost.length} of ${wanted.length} kept`);
    expect(lost).toEqual([]);
  },
);
