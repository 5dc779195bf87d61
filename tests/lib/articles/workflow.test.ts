import fc from "fast-check";
import { expect, test } from "vitest";
import {
  closedMoves,
  datelineMoment,
  factsOf,
  MOVES,
  type Move,
  movesAfterSaving,
  reasonsNotToApprove,
  reasonsNotToMove,
  reasonsNotToSchedule,
  reasonsNotToShow,
  type Stage,
  type Standing,
  stageAfter,
  stateOf,
} from "#lib/articles/workflow.ts";

const now = new Date("2026-11-24T05:00:00Z");
const moves = Object.keys(MOVES) as Move[];

const draft: Standing = {
  stage: "draft",
  liveRevisionId: null,
  headRevisionId: 2,
  wasLive: false,
  isApprovalOwed: false,
};
const live = { ...draft, liveRevisionId: 2, wasLive: true };
const changed = { ...live, headRevisionId: 3 };
const withdrawn = { ...draft, wasLive: true };
const on = (stage: Stage, at = draft) => ({ ...at, stage });

test.each<[string, Standing, Move[]]>([
  ["a draft", draft, ["save", "submit", "schedule", "publish", "setEnd", "archive"]],
  ["a text under review", on("submitted"), ["save", "return", "schedule", "publish", "setEnd"]],
  ["a returned text", on("returned"), ["save", "submit", "schedule", "publish", "setEnd", "archive"]],
  ["a scheduled text", on("scheduled"), ["save", "schedule", "unschedule", "publish", "setEnd"]],
  ["a published article", live, ["save", "setEnd", "takeDown"]],
  ["one whose approval is owed", { ...live, isApprovalOwed: true }, ["save", "approve", "setEnd", "takeDown"]],
  ["a published article with changes", changed, ["save", "submit", "schedule", "publish", "setEnd", "takeDown"]],
  ["changes under review", on("submitted", changed), ["save", "return", "schedule", "publish", "setEnd", "takeDown"]],
  ["an article taken down", withdrawn, ["save", "submit", "schedule", "publish", "setEnd", "archive"]],
  ["an archived article", on("archived", withdrawn), ["unarchive"]],
])("from %s the moves are these and no others", (_name, at, allowed) => {
  expect(moves.filter((move) => reasonsNotToMove(move, at).length === 0)).toEqual(allowed);
});

test("the moves on the screen are those that hold once what is typed is saved", () => {
  expect(movesAfterSaving(live)).toEqual(["save", "submit", "schedule", "publish", "setEnd", "takeDown"]);
  expect(movesAfterSaving(on("archived", withdrawn))).toEqual(["unarchive"]);
});

test("what people look for and cannot do says why", () => {
  expect(closedMoves(draft)).toEqual([]);
  expect(closedMoves(live)).toEqual([{ move: "archive", reason: expect.stringContaining("Hãy gỡ bài trước") }]);
  expect(closedMoves(on("submitted")).map(({ move }) => move)).toEqual(["archive"]);
  expect(closedMoves(on("archived")).map(({ reason }) => reason)).toEqual([
    "Không gửi duyệt được: bài đã lưu trữ. Hãy đưa bài ra khỏi lưu trữ trước.",
    "Không đăng được: bài đã lưu trữ. Hãy đưa bài ra khỏi lưu trữ trước.",
  ]);
});

test("every refusal is a sentence that ends", () => {
  for (const move of moves)
    for (const at of [draft, live, changed, on("submitted"), on("returned"), on("scheduled"), on("archived")])
      for (const reason of reasonsNotToMove(move, at)) expect(reason).toMatch(/^\p{Lu}.*\.$/u);
});

test("a list says two facts of each article: what readers see, and what they do not see yet", () => {
  const facts = (at: Standing) => Object.values(factsOf(at)).join(", ");
  expect(facts(draft)).toBe("unseen, draft");
  expect(facts(on("submitted"))).toBe("unseen, submitted");
  expect(facts(live)).toBe("live, none");
  expect(facts(changed)).toBe("live, changed");
  expect(facts(on("submitted", changed))).toBe("live, submitted"); // still on the page while its change waits
  expect(facts(on("returned", changed))).toBe("live, returned");
  expect(facts(on("scheduled", changed))).toBe("live, scheduled");
  expect(facts(withdrawn)).toBe("withdrawn, draft");
  expect(facts(on("archived", withdrawn))).toBe("withdrawn, archived");
});

test("the page on which an article is written calls it by one word beside what readers see", () => {
  const all = [draft, live, changed, withdrawn, on("submitted", changed), on("archived", withdrawn)];
  expect(all.map(stateOf)).toEqual(["draft", "live", "changed", "withdrawn", "submitted", "archived"]);
});

/** What a move does to the two facts, as the mutations do it. */
function apply(move: Move, at: Standing): Standing {
  const after = { ...at, stage: stageAfter(move, at.stage) };
  if (move === "save") return { ...after, headRevisionId: at.headRevisionId + 1 };
  if (move === "publish") return { ...after, liveRevisionId: at.headRevisionId, wasLive: true };
  if (move === "takeDown") return { ...after, liveRevisionId: null, isApprovalOwed: false };
  return after;
}

const isOpen = (move: Move, at: Standing) => reasonsNotToMove(move, at).length === 0;

/** What must hold of every step, whoever takes it. */
function expectSound(move: Move, at: Standing, next: Standing) {
  if (next.liveRevisionId !== at.liveRevisionId) expect(["publish", "takeDown"]).toContain(move);
  if (next.stage === "archived") expect(next.liveRevisionId).toBeNull();
  if (next.liveRevisionId !== null) expect(next.wasLive).toBe(true);
}

test("whatever editors do: only publishing shows, only taking down hides, and nothing archived is seen", () => {
  const walk = (steps: Move[]) =>
    steps.reduce((at, move) => {
      const next = isOpen(move, at) ? apply(move, at) : at;
      expectSound(move, at, next);
      return next;
    }, draft);
  fc.assert(fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 40 }), (steps) => void walk(steps)));
});

test("from every place that can be reached a way leads to the readers", () => {
  const ways = (at: Standing) => moves.filter((move) => reasonsNotToMove(move, at).length === 0);
  const seen = new Set<string>();
  const queue = [draft];
  for (let at = queue.pop(); at; at = queue.pop()) {
    const key = JSON.stringify({ ...at, headRevisionId: 0, liveRevisionId: at.liveRevisionId === at.headRevisionId });
    if (seen.has(key)) continue;
    seen.add(key);
    const allowed = ways(at);
    expect(allowed.length).toBeGreaterThan(0);
    queue.push(...allowed.filter((move) => move !== "save").map((move) => apply(move, at)));
  }
});

const written = (approvedNumber: number, ...authors: (number | null)[]) => ({
  approvedNumber,
  revisions: authors.map((authorId, index) => ({ number: index + 1, authorId })),
});

test("nobody approves what he wrote any of; the program and whoever wrote nothing since the last approval may", () => {
  expect(reasonsNotToApprove(1, 1, written(0, 1)).join()).toContain("không tự duyệt được");
  expect(reasonsNotToApprove(1, 2, written(0, 1, 2))).toHaveLength(1); // somebody else's comma on top changes nothing
  expect(reasonsNotToApprove(2, 2, written(0, 1, 2))).toHaveLength(1);
  expect(reasonsNotToApprove(3, 2, written(0, 1, 2))).toEqual([]);
  expect(reasonsNotToApprove(1, 2, written(1, 1, 2))).toEqual([]);
  expect(reasonsNotToApprove(2, 1, written(0, 1, 2))).toEqual([]); // what came after is not what is approved
  expect(reasonsNotToApprove(1, 1, written(0, null))).toEqual([]);
  expect(reasonsNotToApprove(null, 1, written(0, 1))).toEqual([]);
});

test("whatever three people write and approve, no word is approved without somebody who wrote nothing beside it", () => {
  const person = fc.constantFrom(1, 2, 3);
  const step = fc.record({ who: person, does: fc.constantFrom("write", "approve"), back: fc.nat({ max: 3 }) });
  const walk = (steps: { who: number; does: string; back: number }[]) => {
    const authors: number[] = [];
    let approved = 0;
    for (const { who, does, back } of steps) {
      const number = authors.length - back;
      if (does === "write") authors.push(who);
      else if (number > approved && reasonsNotToApprove(who, number, written(approved, ...authors)).length === 0) {
        expect(authors.slice(approved, number)).not.toContain(who);
        approved = number;
      }
      expect(reasonsNotToApprove(4, authors.length, written(approved, ...authors))).toEqual([]);
    }
  };
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), walk));
});

test("a day is the midnight with which it begins in Việt Nam", () => {
  expect(datelineMoment(new Date("2017-07-19"))?.toISOString()).toBe("2017-07-18T17:00:00.000Z");
  expect(datelineMoment(null)).toBeNull();
});

const text = { bodyText: "Nội dung", bodyHtml: "<p>Nội dung</p>", dateline: null };
const against = (change: Partial<{ bodyText: string; bodyHtml: string; dateline: Date | null }>) =>
  reasonsNotToShow({ ...text, ...change }, now).join(" ");

test("a text fit to be read has nothing against it", () => {
  expect(against({})).toBe("");
  expect(against({ bodyText: "", bodyHtml: '<p><img src="/tep/1/a.webp" alt=""></p>' })).toBe("");
  expect(against({ dateline: new Date("2026-11-24") })).toBe("");
});

test("each thing against it is a sentence of its own", () => {
  expect(against({ bodyText: "", bodyHtml: "" })).toContain("chưa có nội dung");
  expect(against({ dateline: new Date("2026-11-25") })).toContain("còn ở phía trước");
  expect(against({ bodyText: "", bodyHtml: "", dateline: new Date("2027-01-01") }).match(/\./g)).toHaveLength(3);
});

test("a schedule lies ahead, and ends no earlier than it began", () => {
  const later = new Date("2026-11-24T06:00:00Z");
  expect(reasonsNotToSchedule(later, null, now)).toEqual([]);
  expect(reasonsNotToSchedule(now, null, now)).toHaveLength(1);
  expect(reasonsNotToSchedule(later, new Date("2026-11-24T05:30:00Z"), now)).toHaveLength(1);
});
