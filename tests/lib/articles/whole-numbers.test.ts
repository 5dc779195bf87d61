import { expect, test } from "vitest";
import { holdNumbers } from "#lib/articles/whole-numbers.ts";

test.each([
  ["Kế hoạch số 28-KH/TU ngày", "Kế hoạch [số 28-KH/TU] ngày"],
  ["số 30 – KH/ĐU ngày", "[số 30 – KH/ĐU] ngày"],
  ["<b>10-CT/TW</b>, 09-HD/BTCTW", "<b>[10-CT/TW]</b>, [09-HD/BTCTW]"],
  ["Nghị định 42/2022/NĐ-CP", "Nghị định [42/2022/NĐ-CP]"],
])("%s", (html, held) => {
  expect(holdNumbers(html)).toBe(
    held
      .replace("[", '<span class="nb">')
      .replace("]", "</span>")
      .replace("[", '<span class="nb">')
      .replace("]", "</span>"),
  );
});

test.each(["2025-2030", "11/4/2017", "20/21", "HIV/AIDS", '<a href="/28-KH/TU">x</a>', "0233-385/Đ"])(
  "%s is left alone",
  (html) => {
    expect(holdNumbers(html)).toBe(html);
  },
);
