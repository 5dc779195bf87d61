import { expect, test } from "vitest";
import { sanitizeHtml } from "#lib/html.ts";

const SRC = "/tep/AAAAAAAAAAAAAAAAAAAAAA/hop-960.webp";

test.each([
  ["decoration", `alt="" role="presentation"`, `alt="" role="presentation"`],
  ["a picture with words is none", `alt="Họp" role="presentation"`, `alt="Họp"`],
  ["other roles go", `alt="" role="button"`, `alt=""`],
])("%s", (_what, given, kept) => {
  expect(sanitizeHtml(`<p><img src="${SRC}" ${given}></p>`)).toContain(`<img src="${SRC}" ${kept}`);
});
