import { expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { REFUSALS, type Refusal, readRefusal, refusalOf, refuse, titleOf } from "#lib/polls/refusals.ts";

test("every refusal is found again by its error", () => {
  for (const word of Object.keys(REFUSALS) as Refusal[]) expect(refusalOf(refuse(word))).toBe(word);
  expect(refusalOf(new AppError("forbidden", "Không được."))).toBeUndefined();
});

test("the address of a refused form is read, and nothing else out of it", () => {
  expect(readRefusal({ loi: "ma", chon: "2" })).toEqual({ refusal: "ma", chosen: [2] });
  for (const query of [
    {},
    { loi: "toString", chon: "0" },
    { loi: ["ma", "ma"], chon: ["1", "2"] },
    { loi: "", chon: "1e1" },
  ])
    expect(readRefusal(query)).toEqual({ refusal: undefined, chosen: [] });
});

test("the title says so first while a form stands refused", () => {
  expect(titleOf("Tin", { loi: "ma" })).toBe("Lỗi: Tin");
  expect(titleOf("Tin", { loi: "khac" })).toBe("Tin");
});
