import { expect, test } from "vitest";
import { readReceipt, receiptOf, showReceipt } from "#lib/polls/receipt.ts";

test("a receipt follows from its challenge and survives copying by hand", () => {
  const receipt = receiptOf("one");

  expect(receiptOf("one")).toBe(receipt);
  expect(receiptOf("two")).not.toBe(receipt);
  expect(showReceipt(receipt)).toMatch(/^.{4}-.{4}-.{4}$/);
  expect(readReceipt(` ${showReceipt(receipt).toLowerCase()} `)).toBe(receipt);
});

test("what cannot be a receipt is none", () => {
  for (const typed of [undefined, ["K7QF3MRT9XHB"], "", "K7QF3MRT9XH", "K7QF3MRT9XH0", "K7QF3MRT9XHB2", "Đ7QF3MRT9XHB"])
    expect(readReceipt(typed)).toBeUndefined();
});
