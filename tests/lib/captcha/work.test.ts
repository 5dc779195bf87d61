import { expect, test } from "vitest";
import { newChallengeId } from "#lib/captcha/challenge.ts";
import { isWorkDone, workOf } from "#lib/captcha/work.ts";
import { findWork } from "#tests/support/polls.ts";

test("the number is found by trying, and is good for its own challenge alone", () => {
  const [one, other] = [newChallengeId(), newChallengeId()];
  const found = findWork(one);

  expect(isWorkDone(one, found)).toBe(true);
  expect(isWorkDone(other, found)).toBe(false);
  for (const wrong of ["", "0x1", `${Number(found) + 1}`, ` ${found}`]) expect(isWorkDone(one, wrong)).toBe(false);
});

test("one challenge asks for the same work each time, and tells nothing of itself", () => {
  const id = newChallengeId();
  expect(workOf(id)).toEqual(workOf(id));
  expect(JSON.stringify(workOf(id))).not.toContain(id);
});
