import { expect, test } from "vitest";
import {
  ALPHABET,
  answerOf,
  isAnswer,
  LIFETIME,
  newChallengeId,
  readTicket,
  signTicket,
} from "#lib/captcha/challenge.ts";

test("an id has 128 random bits, and a code of five symbols follows from it", () => {
  const ids = Array.from({ length: 200 }, newChallengeId);

  expect(new Set(ids).size).toBe(200);
  for (const id of ids) {
    expect(Buffer.from(id, "base64url")).toHaveLength(16);
    expect([...answerOf(id)].every((symbol) => ALPHABET.includes(symbol))).toBe(true);
    expect(answerOf(id)).toHaveLength(5);
  }
  expect(new Set(ids.map(answerOf)).size).toBeGreaterThan(195);
});

test("no symbol looks like another or is changed by a Vietnamese keyboard", () => {
  expect(ALPHABET).not.toMatch(/[01AEIOUYDWBGSZJLNR]/);
});

test("a code is compared without case, spaces, hyphens and full width", () => {
  const id = newChallengeId();
  const code = answerOf(id);
  const wide = [...code].map((symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0)).join("");

  for (const typed of [code, code.toLowerCase(), ` ${code} `, [...code].join(" "), [...code].join("-"), wide])
    expect(isAnswer(id, typed)).toBe(true);
  for (const typed of ["", code.slice(1), `${code}C`, [...code].reverse().join("") + code])
    expect(isAnswer(id, typed)).toBe(false);
});

test("a ticket carries id and expiry, is bound to its form, and says nothing of the code", () => {
  const id = newChallengeId();
  const now = new Date("2026-11-24T03:00:00Z");
  const ticket = signTicket("poll a", id, now);

  expect(readTicket("poll a", ticket)).toEqual({ id, expiresAt: new Date(now.getTime() + LIFETIME * 1000) });
  expect(readTicket("poll b", ticket)).toBeUndefined();
  for (const [at, symbol] of [...ticket].entries()) {
    const other = /\d/.test(symbol) ? String((Number(symbol) + 1) % 10) : symbol === "A" ? "B" : "A";
    const changed = `${ticket.slice(0, at)}${other}${ticket.slice(at + 1)}`;
    expect(readTicket("poll a", changed), changed).toBeUndefined();
  }
});
