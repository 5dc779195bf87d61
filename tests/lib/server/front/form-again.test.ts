import { expect, test } from "vitest";
import { BODY_LIMITS } from "#lib/server/front/body-limit.ts";
import { TYPED_TEXT_HEADER } from "#lib/typed-text.ts";
import { next, send } from "#tests/support/front.ts";

const FORM = '<form><textarea id="y-kien" name="y-kien" rows="3"></textarea><input id="ma" aria-invalid="true"></form>';
const TYPED = '\n"Đường" </textarea><script>alert(1)</script> $& &amp;';

/** Next as it sends a form back, and renders the page it stands on. */
function sendBack(address: string, typed = TYPED) {
  next.mockImplementation((request, response) => {
    if (request.method === "POST") {
      response.setHeader(TYPED_TEXT_HEADER, encodeURIComponent(typed));
      response.setHeader("set-cookie", "a=1");
      response.setHeader("location", address);
      response.statusCode = 303;
      response.end();
    } else response.setHeader("content-type", "text/html").end(`<style>p{}</style>${FORM}<p>${request.url}</p>`);
  });
  return send("/tham-do/danh-gia/phieu", { method: "POST", body: "y-kien=x" });
}

test("a form that is sent back comes with what was typed, as text, and takes the focus where it was refused", async () => {
  const answer = await sendBack("/bai-viet/a?loi=ma&chon=2#tham-do");

  expect(answer.status).toBe(422);
  expect(answer.headers["cache-control"]).toBe("no-store");
  for (const name of ["location", "etag", TYPED_TEXT_HEADER]) expect(answer.headers).not.toHaveProperty(name);
  expect(answer.headers["content-security-policy"]).toContain("script-src 'self'");
  const html = answer.body.toString();
  expect(html).toContain(
    `>\n\n"Đường" &lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; $&amp; &amp;amp;</textarea>`,
  );
  expect(html).toContain("<input autofocus ");
  expect(html).toContain("/bai-viet/a?loi=ma&chon=2<");
});

test("nothing of it stays in the page that others read", async () => {
  await sendBack("/bai-viet/a?loi=ma");
  const { status, body } = await send("/bai-viet/a?loi=ma");
  expect([status, body.toString().includes("Đường")]).toEqual([200, false]);
});

test("a form leads to pages alone", async () => {
  expect((await sendBack("https://evil.example/")).status).toBe(500);
});

test("a text as long as a form may be comes back whole", async () => {
  const long = "đ".repeat(BODY_LIMITS.form / 2);
  const answer = await sendBack("/bai-viet/a?loi=y-kien", long);
  expect(answer.status).toBe(422);
  expect(answer.body.toString()).toContain(long);
});
