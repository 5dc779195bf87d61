import { afterEach, expect, test } from "vitest";
import { env, settle } from "#lib/env.ts";
import { openText, sealText } from "#lib/secrets.ts";

const before = env.AUTH_SECRET;
afterEach(() => settle({ AUTH_SECRET: before ?? "" }));

test("a sealed text opens for its purpose and its owner alone, and only as it was written", () => {
  const sealed = sealText("second factor", "user:1", "bí mật");
  expect(openText("second factor", "user:1", sealed)).toBe("bí mật");
  expect(sealText("second factor", "user:1", "bí mật")).not.toBe(sealed);
  expect(openText("second factor", "user:2", sealed)).toBeUndefined();
  expect(openText("recovery code", "user:1", sealed)).toBeUndefined();
  for (let at = 0; at < sealed.length - 1; at += 7) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
    expect(openText("second factor", "user:1", changed)).toBeUndefined();
  }
  for (const nonsense of ["", "x", "AAAA", sealed.slice(0, 20)])
    expect(openText("second factor", "user:1", nonsense)).toBeUndefined();
});

test("nor does it open under another AUTH_SECRET", () => {
  const sealed = sealText("second factor", "user:1", "bí mật");
  settle({ AUTH_SECRET: "một bí mật khác hẳn, đủ dài để dùng" });
  expect(openText("second factor", "user:1", sealed)).toBeUndefined();
});
