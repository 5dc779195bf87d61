import { expect, test } from "vitest";
import { type Actor, system } from "#lib/actor.ts";
import { canChangeMedia, canUseMedia } from "#lib/media/policy.ts";

const user = (role: "contributor" | "editor" | "publisher" | "administrator"): Actor => ({
  kind: "user",
  id: 1,
  name: "Hoa",
  role,
});

test.each<[string, Actor, boolean, boolean, boolean]>([
  ["visitor", { kind: "visitor" }, false, false, false],
  ["contributor", user("contributor"), true, true, false],
  ["editor", user("editor"), true, true, true],
  ["publisher", user("publisher"), true, true, true],
  ["administrator", user("administrator"), true, true, true],
  ["job", system("import"), true, true, true],
])("%s: uses the library %s, changes own files %s, changes others' %s", (_who, actor, uses, own, others) => {
  expect(canUseMedia(actor)).toBe(uses);
  expect(canChangeMedia(actor, { createdById: 1 })).toBe(own);
  expect(canChangeMedia(actor, { createdById: 2 })).toBe(others);
  expect(canChangeMedia(actor, { createdById: null })).toBe(others);
});
