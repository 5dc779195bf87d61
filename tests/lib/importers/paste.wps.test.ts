import { describe, expect, test } from "vitest";
import { sanitizeHtml, textOf } from "#lib/html.ts";
import { preparePaste } from "#lib/importers/paste.ts";

/** Bold is said by the element and by its style; the editor makes one of the two. */
const paste = (html: string) =>
  sanitizeHtml(preparePaste(html).html).replace(/<strong><strong>(.*?)<\/strong><\/strong>/g, "<strong>$1</strong>");

const FONT = "mso-spacerun:'yes';font-family:'Times New Roman';mso-fareast-font-family:SimSun;\nfont-size:14.0000pt;";
/** Every run of words says "spacerun", and each paragraph ends in an empty one. */
const run = (text: string, more = "") => `<span style="${FONT}${more}" >${text}</span>`;
const bold = (text: string) => `<b>${run(text, "font-weight:bold;")}</b>`;
const line = (inside: string, style = "text-align:justify;text-justify:inter-ideograph;") =>
  `<p class=MsoNormal  style="${style}" >${inside}${run("<o:p></o:p>")}</p>`;
const item = (level: number, label: string, text: string) =>
  `<p class=MsoNormal  style="margin-left:${level * 21}.0000pt;text-indent:-21.0000pt;mso-list:l0 level${level} lfo1;" >` +
  `<![if !supportLists]><span style="font-family:'Times New Roman';font-size:14.0000pt;" >` +
  `<span style='mso-list:Ignore;' >${label}<span>&nbsp;</span></span></span><![endif]>${run(text)}${run("<o:p></o:p>")}</p>`;
const cell = (text: string, more = "") =>
  `<td width=151  valign=top ${more} style="width:113.6500pt;padding:0.0000pt 5.4000pt 0.0000pt 5.4000pt ;border:1.0000pt solid windowtext;\nmso-border-alt:0.5000pt solid windowtext;" >` +
  `<p class=MsoNormal  align=center  style="text-align:center;" >${run(text)}${run("<o:p></o:p>")}</p></td>`;

/** As the clipboard holds it: Word's dialect with four decimals, and its own sheet of styles. */
const clipboard = (
  inside: string,
) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type  content="text/html; charset=utf-8" ><meta name=ProgId  content=Word.Document ><meta name=Generator  content="Microsoft Word 14" ><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style>
@font-face{ font-family:"Times New Roman"; }
@list l0:level1{ mso-level-number-format:decimal; mso-level-suffix:tab; mso-level-text:"%1."; }
p.MsoNormal{ mso-style-name:Normal; mso-style-parent:""; margin:0pt; margin-bottom:.0001pt; font-family:'Times New Roman'; font-size:10.0000pt; }
h1{ mso-style-name:"heading 1"; mso-style-next:Normal; margin-top:12.0000pt; text-align:center; font-weight:bold; font-size:16.0000pt; }
span.15{ font-family:'Times New Roman'; color:rgb(0,0,255); text-decoration:underline; }
table.MsoNormalTable{ mso-style-name:"Table Normal"; mso-padding-alt:0.0000pt 5.4000pt 0.0000pt 5.4000pt; }
@page{mso-page-border-surround-header:no;} div.Section0{page:Section0;}</style></head><body style="tab-interval:36pt;" ><!--StartFragment--><div class="Section0"  style="layout-grid:18.0000pt;" >${inside}</div><!--EndFragment--></body></html>`;

describe("WPS Writer", () => {
  test("every word of a report arrives, with its bold, its alignment and its numbered lists", () => {
    const html = clipboard(
      [
        `<h1 align=center  style="text-align:center;" >${bold("BÁO CÁO")}<b>${run("<o:p></o:p>")}</b></h1>`,
        line(bold("I. KẾT QUẢ"), "mso-outline-level:2;"),
        line(
          `${run("Ngày 20/11, ")}${bold("Chi bộ 1")}${run("&nbsp;họp với 25 đảng viên, ")}${run("thông qua nghị quyết.")}`,
        ),
        item(1, "1.", "Công tác tư tưởng"),
        item(2, "a)", "Học tập Nghị quyết"),
        item(2, "b)", "Nêu gương"),
        item(1, "2.", "Công tác tổ chức"),
        line(run("Đông Hà, ngày 20 tháng 11 năm 2026"), "text-align:right;"),
      ].join("\n"),
    );
    expect(paste(html)).toBe(
      '<h2 class="giua"><strong>BÁO CÁO</strong></h2><h3><strong>I. KẾT QUẢ</strong></h3>' +
        '<p class="deu">Ngày 20/11, <strong>Chi bộ 1</strong>\u00a0họp với 25 đảng viên, thông qua nghị quyết.</p>' +
        '<ol><li><p>Công tác tư tưởng</p><ol type="a"><li>Học tập Nghị quyết</li><li>Nêu gương</li></ol></li>' +
        '<li>Công tác tổ chức</li></ol><p class="phai">Đông Hà, ngày 20 tháng 11 năm 2026</p>',
    );
  });

  test("words in a font of their own, and the spaces between them", () => {
    const html = line(
      `${run('<font face="Times New Roman" >Kế hoạch</font> &nbsp;<font face="SimSun" >số 28</font>')}${run("&nbsp; &nbsp;")}${run("của Đảng ủy")}`,
      "",
    );
    expect(textOf(paste(html))).toBe("Kế hoạch số 28 của Đảng ủy");
  });

  test("a table keeps its cells and what they span", () => {
    const table = `<table class=MsoTableGrid  border=1  cellspacing=0  style="border-collapse:collapse;mso-table-layout-alt:fixed;border:none;" ><tr>${cell("Chi bộ", "rowspan=2 ")}${cell("Đảng viên", "colspan=2 ")}</tr><tr>${cell("Chính thức")}${cell("Dự bị")}</tr></table>`;
    expect(paste(clipboard(table))).toBe(
      '<table><tr><td rowspan="2"><p class="giua">Chi bộ</p></td><td colspan="2"><p class="giua">Đảng viên</p></td></tr>' +
        '<tr><td><p class="giua">Chính thức</p></td><td><p class="giua">Dự bị</p></td></tr></table>',
    );
  });

  test("a bullet is no word, and a picture that stays on the disk is told of", () => {
    const html = clipboard(
      `${item(1, "·", "Một")}<p class=MsoNormal ><img width="524"  height="349"  src="file:///C:\\Users\\Hoa\\AppData\\Local\\Temp\\ksohtml8032\\wps1.jpg" >${run("&nbsp;")}</p>`,
    );
    expect(paste(html)).toMatch(/^<ul><li>Một<\/li><\/ul>/);
    expect(preparePaste(html)).toMatchObject({ lostPictures: 1, warnings: [expect.stringContaining(".docx")] });
  });
});
