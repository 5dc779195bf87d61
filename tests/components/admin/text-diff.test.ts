import { expect, test } from "vitest";
import { compareTexts } from "#components/admin/text-diff.ts";

const text = (bodyHtml: string, more: object = {}) => ({ title: "Họp", summary: "", bodyHtml, ...more });

const shown = (before: ReturnType<typeof text>, after: ReturnType<typeof text>) =>
  compareTexts(before, after)
    .filter(({ kind }) => kind !== "same")
    .map(({ kind, parts }) => {
      const said = parts.map(
        ({ kind: of, text: words }) => ({ same: words, gone: `[-${words}-]`, new: `[+${words}+]` })[of],
      );
      return `${kind}: ${said.join("").trim()}`;
    });

test("a changed paragraph is compared word by word, in Vietnamese words as they are written", () => {
  expect(
    shown(
      text("<p>Chi bộ 1 họp sáng nay, đủ 19 đồng chí.</p>"),
      text("<p>Chi bộ 1 họp chiều nay, đủ 19 đồng chí.</p>"),
    ),
  ).toEqual(["changed: Chi bộ 1 họp [-sáng -][+chiều +]nay, đủ 19 đồng chí."]);
});

test("a paragraph that goes on keeps its words", () => {
  expect(shown(text("<p>Đoạn đầu.</p>"), text("<p>Đoạn đầu. Thêm ý.</p>"))).toEqual([
    "changed: Đoạn đầu. [+Thêm ý. +]",
  ]);
});

test("what has nothing in common with what stood there is taken out and put in whole", () => {
  expect(shown(text("<p>Một hai ba</p><p>Chung</p>"), text("<p>Xyz</p><p>Chung</p><p>Cuối</p>"))).toEqual([
    "gone: [-Một hai ba-]",
    "new: [+Xyz+]",
    "new: [+Cuối+]",
  ]);
});

test("a change of look, of a link's address or of a heading is named as such; the way tags are written is none", () => {
  expect(shown(text("<p>Chữ <strong>đậm</strong></p>"), text("<p>Chữ đậm</p>"))).toEqual(["form: Chữ đậm"]);
  expect(shown(text('<p><a href="/a">Xem</a></p>'), text('<p><a href="/b">Xem</a></p>'))).toEqual(["form: Xem"]);
  expect(shown(text("<p>Kết quả</p>"), text("<h2>Kết quả</h2>"))).toEqual(["form: Kết quả"]);
  expect(shown(text("<p>a<br>b</p>"), text("<p>a<br />b</p>"))).toEqual([]);
});

test("pictures, table cells, list items and facts of the article are compared too", () => {
  const before = text('<p><img src="/tep/a/1.webp" alt="Hội nghị"></p><ul><li><p>Một</p></li></ul>', {
    facts: ["Chuyên mục: Tin"],
  });
  const after = text("<ul><li><p>Một</p></li><li><p>Hai</p></li></ul><table><tr><td>19</td></tr></table>", {
    facts: ["Chuyên mục: Xây dựng Đảng"],
  });
  expect(shown(before, after)).toEqual([
    "gone: [-[Ảnh: Hội nghị]-]",
    "new: [+Hai+]",
    "new: [+19+]",
    "changed: Chuyên mục: [-Tin -][+Xây dựng Đảng +]",
  ]);
});
