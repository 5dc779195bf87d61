import { expect, test } from "vitest";
import { type Actor, system } from "#lib/actor.ts";
import { canChangeRightsOf, canManageUsers } from "#lib/users/policy.ts";

const user = (role: "contributor" | "editor" | "publisher" | "administrator"): Actor => ({
  kind: "user",
  id: 1,
  name: "A",
  role,
});

test.each<[string, Actor, { manage: boolean; own: boolean; others: boolean }]>([
  ["visitor", { kind: "visitor" }, { manage: false, own: false, others: false }],
  ["contributor", user("contributor"), { manage: false, own: false, others: false }],
  ["editor", user("editor"), { manage: false, own: false, others: false }],
  ["publisher", user("publisher"), { manage: false, own: false, others: false }],
  ["administrator", user("administrator"), { manage: true, own: false, others: true }],
  ["the program", system("x"), { manage: true, own: true, others: true }],
])("what a %s may do with accounts", (_name, actor, may) => {
  expect({
    manage: canManageUsers(actor),
    own: canChangeRightsOf(actor, 1),
    others: canChangeRightsOf(actor, 2),
  }).toEqual(may);
});
