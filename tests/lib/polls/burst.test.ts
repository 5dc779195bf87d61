import { expect, test } from "vitest";
import { isUnderBurst, noteForm } from "#lib/polls/burst.ts";

const AT = 1_800_000_000_000;
const send = (slug: string, forms: number, at: number) => {
  for (let form = 0; form < forms; form++) noteForm(slug, at);
};

test("a meeting that votes at once is no burst, a program is, for this minute and the next", () => {
  send("hop", 60, AT);
  expect(isUnderBurst("hop", AT)).toBe(false);

  send("may", 61, AT);
  expect(isUnderBurst("may", AT)).toBe(true);
  expect(isUnderBurst("khac", AT)).toBe(false);
  expect(isUnderBurst("may", AT + 60_000)).toBe(true);
  expect(isUnderBurst("may", AT + 120_000)).toBe(false);
});

test("an office of two hundred at a normal pace is no burst", () => {
  for (let vote = 0; vote < 200; vote++) {
    noteForm("co-quan", AT + vote * 3000);
    expect(isUnderBurst("co-quan", AT + vote * 3000)).toBe(false);
  }
});
