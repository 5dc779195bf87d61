import { expect, test } from "vitest";
import { type Move, moveAsText, moveOfText } from "#lib/content-move.ts";

test.each<[Move, string]>([
  [{ version: 7n }, "7"],
  [{ version: 9_007_199_254_740_993n, articles: [3, 4] }, "9007199254740993 3 4"],
])("%o goes over the wire as %s", (move, text) => {
  expect(moveAsText(move)).toBe(text);
  expect(moveOfText(text)).toEqual({ articles: undefined, ...move });
});
