import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { cleanHtml, sanitizeHtml, textOf } from "#lib/html.ts";
import { ALIGNMENT, BODY_ATTRIBUTES, FOOTNOTE_ID, LINK_SCHEMES, OWN_MEDIA } from "#lib/html-elements.ts";

const CORPORA = "../shared/corpora";
const hasCorpora = existsSync(CORPORA);
if (!hasCorpora) process.stdout.write("Notice: ../shared/corpora is absent, its cases are not run.\n");

const lines = <T>(file: string): T[] =>
  readFileSync(`${CORPORA}/${file}`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const folded = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** What in a body is not on the list: elements, attributes, classes, addresses. */
function strangersIn(html: string) {
  const strangers: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const allowed = BODY_ATTRIBUTES[name];
      if (!allowed) strangers.push(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!isAllowed(attribute, value, allowed ?? [])) strangers.push(`${name} ${attribute}=${value}`);
      }
    },
    oncomment: (data) => strangers.push(`<!--${data}`),
    onprocessinginstruction: (_name, data) => strangers.push(`<${data}`),
  });
  parser.end(html);
  return strangers;
}

const RULES: Record<string, (value: string) => boolean> = {
  class: (value) => (Object.values(ALIGNMENT) as string[]).includes(value),
  id: (value) => FOOTNOTE_ID.test(value),
  src: (value) => OWN_MEDIA.test(value),
  href: (value) => /^(#|\/(?![/\\]))/.test(value) || LINK_SCHEMES.includes(new URL(value).protocol.slice(0, -1)),
};
const isAllowed = (attribute: string, value: string, allowed: string[]) =>
  (attribute === "class" || allowed.includes(attribute)) && (RULES[attribute]?.(value) ?? true);

describe.runIf(hasCorpora)("corpora", () => {
  test("every hostile body comes out inert, and the same when sanitised again", () => {
    const bodies = lines<{ id: string; html: string }>("xss/xss.jsonl");
    const odd = bodies.filter(({ html }) => {
      const clean = sanitizeHtml(html);
      return strangersIn(clean).length > 0 || sanitizeHtml(clean) !== clean;
    });
    expect(bodies.length).toBeGreaterThan(2000);
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test("what Word and Google Docs put on the clipboard keeps its text (97 % and more)", () => {
    const bodies = lines<{ id: string; html: string; must_contain: string[] }>("benign/benign.jsonl");
    const wanted = bodies.flatMap(({ html, must_contain }) => {
      const text = folded(textOf(sanitizeHtml(html)));
      return must_contain
        .filter((rule) => rule.startsWith("text:"))
        .map((rule) => text.includes(folded(rule.slice(5))));
    });
    const kept = wanted.filter(Boolean).length / wanted.length;
    process.stdout.write(`Benign clipboard bodies: ${(kept * 100).toFixed(1)} % of ${wanted.length} texts kept\n`);
    expect(kept).toBeGreaterThanOrEqual(0.97);
  });
});

test("any soup of tags comes out inert and stable", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."<p <b <a <svg <math <style <table <td <li <img </p </b > = \" ' / href src onerror style javascript: data: &#x6a; -->".split(
        " ",
      ),
    ),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const clean = sanitizeHtml(pieces.join(" "));
      expect(strangersIn(clean)).toEqual([]);
      expect(sanitizeHtml(clean)).toBe(clean);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["100,000 nested elements", "<div>".repeat(100_000)],
  ["100,000 nested marks", "<b>".repeat(100_000)],
  ["50 MB", "a".repeat(50_000_000)],
  ["a million elements", "<i>".repeat(50) + "<br>".repeat(450_000)],
  ["2 MB that grow when escaped", "<".repeat(2_000_000)],
])("%s: refused with a sentence in less than 2 s", (_name, html) => {
  const begun = performance.now();
  expect(() => sanitizeHtml(html)).toThrow(
    expect.objectContaining({ name: "AppError", code: "invalid", field: "bodyHtml" }),
  );
  expect(performance.now() - begun).toBeLessThan(2000);
});

test("50,000 attributes cost next to nothing", () => {
  const attributes = Array.from({ length: 50_000 }, (_, index) => `a${index}=1`).join(" ");
  const begun = performance.now();
  expect(sanitizeHtml(`<p ${attributes}>chữ</p>`)).toBe("<p>chữ</p>");
  expect(performance.now() - begun).toBeLessThan(2000);
});

test.each([
  ["text to the letter", "<p>“tự diễn biến”  hai dấu cách – gạch\u00a0dài .</p>"],
  ["entities", "<p>a &lt; b &amp;&amp; c &gt; d &amp;lt;</p>"],
  [
    "headings and marks",
    "<h2>A</h2><h3>B</h3><h4>C</h4><p><strong>a</strong><em>b</em><u>c</u>m<sup>2</sup>H<sub>2</sub>O</p>",
  ],
  ["nested lists", '<ol start="3"><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>'],
  [
    "tables with spans",
    '<table><caption>Bảng 1</caption><thead><tr><th colspan="2" scope="col">A</th></tr></thead><tbody><tr><td rowspan="2">1</td><td class="phai">2</td></tr><tr><td></td></tr></tbody></table>',
  ],
  ["alignment", '<p class="giua">a</p><h2 class="phai">b</h2><p class="deu">c</p>'],
  [
    "footnotes",
    '<p>chữ<a id="ve-1" href="#chu-thich-1"><sup>1</sup></a></p><p><a id="chu-thich-1" href="#ve-1">1</a> chú thích</p>',
  ],
  [
    "own pictures",
    '<figure><img src="/tep/a1/hop.webp" alt="Cuộc họp" width="800" height="600" /><figcaption>Ảnh</figcaption></figure>',
  ],
  [
    "links",
    '<p><a href="https://vi.wikipedia.org/">a</a><a href="/bai-viet/x?y=1#z">b</a><a href="mailto:a@b.vn">c</a><a href="tel:+8423">d</a></p>',
  ],
])("keeps %s", (_name, html) => {
  expect(sanitizeHtml(html)).toBe(html);
});

test.each([
  [
    "loose text and divisions",
    "một<div>hai<p>ba</p></div><center>bốn</center>",
    '<p>một</p><p>hai</p><p>ba</p><p class="giua">bốn</p>',
  ],
  [
    "Word's paragraphs",
    '<p class=MsoNormal align=center style="text-align:center"><b>CHI BỘ<o:p></o:p></b></p><p><o:p>&nbsp;</o:p></p>',
    '<p class="giua"><strong>CHI BỘ</strong></p>',
  ],
  [
    "styles that are marks",
    '<span style="font-weight:700;font-style:italic">a</span><b style="font-weight:normal">b</b><font color=red>c</font>',
    "<p><strong><em>a</em></strong>bc</p>",
  ],
  ["the page's own h1", "<h1>Đề mục</h1>", "<h2>Đề mục</h2>"],
  [
    "text in tables outside cells",
    "<table>lạc<tr><td>ô</td></tr></table>",
    "<p>lạc</p><table><tr><td>ô</td></tr></table>",
  ],
  [
    "lists in lists",
    "<ul><li>a<ul><li>b</ul><ul><li>c</ul></ul>",
    "<ul><li><p>a</p><ul><li>b</li></ul><ul><li>c</li></ul></li></ul>",
  ],
  [
    "Word's footnotes",
    '<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a>',
    '<p><a id="ve-2" href="#chu-thich-2"><sup>[2]</sup></a></p>',
  ],
  ["decomposed letters", "<p>Đa\u0309ng u\u0309y e&#x323;&#x302;</p>", "<p>Đảng ủy ệ</p>"],
  ["control characters", "<p>a\u0000b\u0007c&#1;d</p>", "<p>abcd</p>"],
  ["preformatted text", "<pre>một\nhai</pre>", "<p>một<br />hai</p>"],
])("makes of %s what a body may have", (_name, html, clean) => {
  expect(sanitizeHtml(html)).toBe(clean);
});

test.each([
  '<span style="display:none">lô đề</span>',
  '<div style="position:absolute; left:-9999px">lô đề</div>',
  '<p style="text-indent:-5000px">lô đề</p>',
  '<span style="font-size:0">lô đề</span>',
  '<p style="FONT-SIZE: 1px !important">lô đề</p>',
  "<p hidden>lô đề</p>",
  '<div style="height:0;overflow:hidden">lô đề</div>',
  '<span style="visibility:hidden">lô đề</span>',
  '<span style="opacity:0">lô đề</span>',
  "<span style='mso-hide:all'>lô đề</span>",
])("leaves out what readers could not see, and says so: %s", (html) => {
  const clean = cleanHtml(`<p>thật</p>${html}`);
  expect(clean.html).toBe("<p>thật</p>");
  expect(clean.warnings).toEqual([expect.stringContaining("chữ ẩn")]);
});

test("says what else was left out", () => {
  const { warnings } = cleanHtml(
    '<p>a<img src="https://x.vn/a.png"><a href="javascript:alert(1)">b</a></p><iframe src="//x.vn"></iframe>',
  );
  expect(warnings).toHaveLength(3);
});

test.each([
  "javascript:alert(1)",
  " java\nscript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "blob:x",
  "http://a:b@c.vn",
])("the link %j keeps its words only", (href) => {
  expect(sanitizeHtml(`<a href="${href}">chữ</a>`)).toBe("<p>chữ</p>");
});

test("an address that only looks local shows its host", () => {
  expect(sanitizeHtml('<a href="/\\evil.example/x">a</a>')).toBe('<p><a href="http://evil.example/x">a</a></p>');
});

test("the text of a body has a line for each block", () => {
  expect(textOf("<h2>A</h2><p>b <strong>c</strong>  d</p><table><tr><td>1</td><td>2</td></tr></table>")).toBe(
    "A\nb c  d\n1 2",
  );
});
