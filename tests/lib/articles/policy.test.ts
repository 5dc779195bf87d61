import { expect, test } from "vitest";
import { type Actor, system } from "#lib/actor.ts";
import { canEditArticle, canPublishArticles, canReadDraft, canWriteArticles } from "#lib/articles/policy.ts";

const user = (role: "contributor" | "editor" | "publisher" | "administrator"): Actor => ({
  kind: "user",
  id: 1,
  name: "A",
  role,
});
const own = { beganBy: 1, isLive: false };
const ownLive = { beganBy: 1, isLive: true };
const foreign = { beganBy: 2, isLive: false };
const nobodys = { beganBy: null, isLive: false };

test.each<[string, Actor, Record<string, boolean>]>([
  [
    "visitor",
    { kind: "visitor" },
    { write: false, own: false, ownLive: false, foreign: false, nobodys: false, read: false, publish: false },
  ],
  [
    "contributor",
    user("contributor"),
    { write: true, own: true, ownLive: false, foreign: false, nobodys: false, read: false, publish: false },
  ],
  [
    "editor",
    user("editor"),
    { write: true, own: true, ownLive: true, foreign: true, nobodys: true, read: true, publish: false },
  ],
  [
    "publisher",
    user("publisher"),
    { write: true, own: true, ownLive: true, foreign: true, nobodys: true, read: true, publish: true },
  ],
  [
    "administrator",
    user("administrator"),
    { write: true, own: true, ownLive: true, foreign: true, nobodys: true, read: true, publish: true },
  ],
  [
    "the program",
    system("x"),
    { write: true, own: true, ownLive: true, foreign: true, nobodys: true, read: true, publish: true },
  ],
])("what a %s may do", (_name, actor, may) => {
  expect({
    write: canWriteArticles(actor),
    own: canEditArticle(actor, own),
    ownLive: canEditArticle(actor, ownLive),
    foreign: canEditArticle(actor, foreign),
    nobodys: canEditArticle(actor, nobodys),
    read: canReadDraft(actor, foreign),
    publish: canPublishArticles(actor),
  }).toEqual(may);
});

test("contributors go on reading what they began", () => {
  expect(canReadDraft(user("contributor"), ownLive)).toBe(true);
});
