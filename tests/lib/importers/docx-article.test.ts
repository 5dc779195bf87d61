import { expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { articleFrom } from "#lib/importers/docx-article.ts";
import { readDocx } from "#lib/importers/docx-read.ts";
import { font, paragraph, picture, relation, run, wordFile } from "#tests/support/word-file.ts";

const keepImage = async () => ({ src: "/tep/a1/anh.png", width: 4, height: 3 });
const read = async (file: Uint8Array) => articleFrom(await readDocx(file), keepImage);
const bodyOf = async (...file: Parameters<typeof wordFile>) => (await read(wordFile(...file))).html;
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

const whatOf = (items: { what: string; count: number }[]) => items.map(({ what, count }) => `${what} ${count}`);

test("hidden, deleted and moved text, comments and outside pictures stay out and are reported with their place", async () => {
  const { html, report } = await read(
    wordFile(
      paragraph(
        `${run("Đảng ")}<w:del><w:r><w:delText>bộ</w:delText></w:r></w:del><w:ins>${run("ủy")}</w:ins>${run(" bí mật", "<w:vanish/>")}${run(".", '<w:sz w:val="1"/>')}`,
      ) + paragraph(picture('r:link="rOut"')),
      {
        comments: `<w:comment w:id="0">${paragraph(run("Xem lại"))}</w:comment>`,
        relations: relation("rOut", "image", "file:///etc/passwd", true),
      },
    ),
  );
  expect(html).toBe("<p>Đảng ủy</p>");
  expect(whatOf(report.dropped)).toEqual(["hidden 2", "deleted 1", "comment 1", "linked-picture 1"]);
  expect(whatOf(report.kept)).toContain("inserted 1");
  expect(report.dropped.find(({ what }) => what === "deleted")?.places).toEqual(["bộ"]);
});

test("what a style hides, aligns or sets in an old font counts as if it were said there", async () => {
  const styles = `
    <w:style w:type="paragraph" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Me"><w:name w:val="Me"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr>${font(".VnTime")}<w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Me"/></w:style>
    <w:style w:type="paragraph" w:styleId="M1"><w:name w:val="Muc lon"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>`;
  const body =
    paragraph(run("ẩn"), '<w:pStyle w:val="An"/>') +
    paragraph(run("Uû ban nh©n d©n"), '<w:pStyle w:val="Con"/>') +
    paragraph(run("Kết quả"), '<w:pStyle w:val="M1"/>') +
    paragraph(run("Thân"));
  const { html, title, report } = await read(wordFile(body, { styles }));
  expect(title).toBe("Uỷ ban nhân dân Kết quả");
  expect(html).toBe("<p>Thân</p>");
  expect(whatOf(report.changed)).toEqual(["tcvn3 1"]);
  expect(report.changed[0]?.places).toEqual(["Uû ban nh©n d©n” → “Uỷ ban nhân dân"]);
});

test("old fonts are read run by run, and Unicode in an old font's name is left alone", async () => {
  const body = paragraph(
    run("®¶ng uû", font(".VnTimeH")) +
      run(" phường ") +
      run("ph­êng", font(".VnTime")) +
      run(" phöôøng", font("VNI-Times")) +
      run(" Đảng", font(".VnTime")),
  );
  expect(await bodyOf(body)).toBe("<p>ĐẢNG UỶ phường phường phường Đảng</p>");
});

test("without a font's name the letters tell", async () => {
  expect(await bodyOf(paragraph(run("Uû ban nh©n d©n ph­êng")) + paragraph(run("Đã đúng")))).toBe(
    "<p>Uỷ ban nhân dân phường</p><p>Đã đúng</p>",
  );
});

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `
  <w:abstractNum w:abstractNumId="1">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "%2)")}${level(2, "bullet", "-")}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2">${level(0, "upperRoman", "Điều %1.")}${level(1, "decimal", "%1.%2.")}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>`;
const numbered = (text: string, id: number, at: number) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

test("lists nest, keep letters, and count on after a paragraph between", async () => {
  const body =
    numbered("Một", 1, 0) +
    numbered("a", 1, 1) +
    numbered("ý", 1, 2) +
    numbered("Hai", 1, 0) +
    paragraph(run("Xen")) +
    numbered("Ba", 1, 0);
  expect(await bodyOf(body, { numbering })).toBe(
    '<ol><li><p>Một</p><ol type="a"><li><p>a</p><ul><li>ý</li></ul></li></ol></li><li>Hai</li></ol><p>Xen</p><ol start="3"><li>Ba</li></ol>',
  );
});

test("numbers that HTML cannot count are written out", async () => {
  const { html, report } = await read(wordFile(numbered("Phạm vi", 2, 0) + numbered("Đối tượng", 2, 1), { numbering }));
  expect(html).toBe("<p>Điều I. Phạm vi</p><p>1.1. Đối tượng</p>".replace("1.1.", "I.1."));
  expect(whatOf(report.changed)).toEqual(["written-number 2"]);
});

test("tables keep spans, header rows, alignment and columns that a row leaves out", async () => {
  const cell = (text: string, properties = "", align = "") =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text), align)}</w:tc>`;
  const body = `<w:tbl>
    <w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Chi bộ", '<w:gridSpan w:val="2"/>', '<w:jc w:val="center"/>')}</w:tr>
    <w:tr>${cell("1", '<w:vMerge w:val="restart"/>')}${cell("a")}</w:tr><w:tr>${cell("", "<w:vMerge/>")}${cell("b")}</w:tr>
    <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("c")}</w:tr></w:tbl>`;
  expect(await bodyOf(body)).toBe(
    '<table><thead><tr><th colspan="2" scope="col" class="giua">Chi bộ</th></tr></thead><tbody><tr><td rowspan="2">1</td><td>a</td></tr>' +
      "<tr><td>b</td></tr><tr><td></td><td>c</td></tr></tbody></table>",
  );
});

test("footnotes point both ways, marks and formats stay, unsafe links are words", async () => {
  const body =
    paragraph(
      `${run("A")}<w:r><w:footnoteReference w:id="7"/></w:r>${run("đậm", "<w:b/>")}${run("gạch", '<w:u w:val="single"/>')}${run("2", '<w:vertAlign w:val="superscript"/>')}`,
    ) +
    paragraph(`<w:hyperlink r:id="rJ">${run("bấm")}</w:hyperlink><w:hyperlink r:id="rH">${run("Đảng")}</w:hyperlink>`);
  const { html, report } = await read(
    wordFile(body, {
      footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph("")}</w:footnote><w:footnote w:id="7">${paragraph(run("Chú thích"))}</w:footnote>`,
      relations:
        relation("rJ", "hyperlink", "javascript:alert(1)", true) +
        relation("rH", "hyperlink", "https://dangcongsan.vn/", true),
    }),
  );
  expect(html).toBe(
    '<p>A<sup><a id="ve-1" href="#chu-thich-1">[1]</a></sup><strong>đậm</strong><u>gạch</u><sup>2</sup></p>' +
      '<p>bấm<a href="https://dangcongsan.vn/">Đảng</a></p><hr><p><a id="chu-thich-1" href="#ve-1">[1]</a> Chú thích</p>',
  );
  expect(whatOf(report.dropped)).toEqual(["link 1"]);
});

const withPicture = wordFile(
  paragraph(picture('r:embed="rP"', "Hội nghị")) + paragraph(run("Ảnh 1"), '<w:pStyle w:val="CT"/>'),
  {
    styles: '<w:style w:type="paragraph" w:styleId="CT"><w:name w:val="caption"/></w:style>',
    relations: relation("rP", "image", "media/a.png"),
    files: { "word/media/a.png": PNG },
  },
);

test("a picture is stored once and becomes a figure with its description and caption", async () => {
  const kept: [number, string][] = [];
  const { html } = await articleFrom(await readDocx(withPicture), async (bytes, type) => {
    kept.push([bytes.length, type]);
    return { src: "/tep/a1/anh.png", width: 4, height: 3 };
  });
  expect(html).toBe(
    '<figure><img src="/tep/a1/anh.png" alt="Hội nghị" width="4" height="3"><figcaption>Ảnh 1</figcaption></figure>',
  );
  expect(kept).toEqual([[4, "image/png"]]);
});

test("a picture that cannot be stored is left out in a sentence; a fault of the store is not hidden", async () => {
  const document = await readDocx(withPicture);
  const refused = await articleFrom(document, () =>
    Promise.reject(new AppError("invalid", "Ảnh EMF không dùng được.")),
  );
  expect(refused.html).not.toContain("<img");
  expect(refused.warnings).toEqual(["Ảnh EMF không dùng được."]);
  expect(whatOf(refused.report.dropped)).toEqual(["refused-picture 1"]);
  await expect(articleFrom(document, () => Promise.reject(new Error("disk")))).rejects.toThrow("disk");
});

test("equations become text and text boxes paragraphs", async () => {
  const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph(run("Trong hộp"))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const { html, report } = await read(
    wordFile(paragraph(`${run("x ")}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>${box}`)),
  );
  expect(html).toBe("<p>x a+b</p><p>Trong hộp</p>");
  expect(whatOf(report.changed)).toEqual(["equation 1", "text-box 1"]);
});
