import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ArticleFields } from "#components/admin/article-fields.ts";
import { createAutosave } from "#components/admin/autosave.ts";
import { noteSignedIn } from "#components/admin/session-end.ts";

const PAUSE = 2000;
const OPENED: ArticleFields = {
  ...{ title: "Chi bộ 1 họp", summary: "", categoryId: "1", cellId: "", dateline: "", slug: "chi-bo-1-hop" },
  bodyHtml: "<p>Đoạn đầu.</p>",
};

type Sent = { base: number; sequence: number; sitting: string; fields: ArticleFields };
type Waiting = { sent: Sent; answer: (status: number, body: object) => Promise<void>; lose: () => Promise<void> };

/** What was sent and has no answer yet, and all that was sent so far. */
let waiting: Waiting[];
let sent: Sent[];

const settle = () => vi.advanceTimersByTimeAsync(1);

beforeEach(() => {
  vi.useFakeTimers();
  [waiting, sent] = [[], []];
  vi.stubGlobal("fetch", (_address: string, { body }: { body: string }) => {
    const request = JSON.parse(body) as Sent;
    sent.push(request);
    return new Promise<Response>((resolve, reject) => {
      waiting.push({
        sent: request,
        answer(status, answer) {
          resolve(Response.json(answer, { status }));
          return settle().then(() => undefined);
        },
        lose() {
          reject(new TypeError("no connection"));
          return settle().then(() => undefined);
        },
      });
    });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page on which one types. */
function open() {
  const page = { fields: OPENED };
  const text = { prepare: () => Promise.resolve(), read: () => page.fields };
  const autosave = createAutosave({ userId: 1, articleId: 7, base: 100 }, OPENED, text);
  const say = (words: string) => ({ ...OPENED, bodyHtml: `<p>${words}</p>` });
  const type = (words: string) => {
    page.fields = say(words);
    autosave.touch();
  };
  return { autosave, type, say, kind: () => autosave.read().state.kind };
}

const pass = (time: number) => vi.advanceTimersByTimeAsync(time);
const next = () => {
  const request = waiting.shift();
  if (!request) throw new Error("nothing was sent");
  return request;
};
const saved = (version = 3) => ({ savedAt: "2026-11-24T03:00:00Z", version, others: [] });
const theirs = (fields: ArticleFields, id = 101) => ({
  theirs: { id, number: 2, author: "Trần Thị Bình", isOwn: false, savedAt: "2026-11-24T03:00:00Z", version: 4, fields },
});

test("what is typed is saved when the fingers rest, and without a pause every 20 s all the same", async () => {
  const { type, kind } = open();
  type("một");
  await pass(PAUSE - 100);
  expect(sent).toHaveLength(0);
  await pass(200);
  expect(next().sent).toMatchObject({ base: 100, sequence: 1, fields: { bodyHtml: "<p>một</p>" } });
  expect(kind()).toBe("saving");

  const other = open();
  for (let second = 0; second <= 21; second += 1) {
    other.type(`chữ ${second}`);
    await pass(1000);
  }
  expect(waiting).toHaveLength(1);
});

test("one save is in flight at a time, and the last text wins", async () => {
  const { autosave, type, kind } = open();
  type("một");
  void autosave.flush();
  await settle();
  type("một hai");
  const asked = [autosave.flush(), autosave.flush()];
  type("một hai ba");
  await pass(5 * PAUSE);
  expect(sent).toHaveLength(1);

  await next().answer(200, saved());
  expect(waiting).toHaveLength(1);
  expect(waiting[0]?.sent).toMatchObject({ sequence: 2, fields: { bodyHtml: "<p>một hai ba</p>" } });
  await next().answer(200, saved());
  expect(await Promise.all(asked)).toEqual([true, true]);
  await pass(5 * PAUSE);
  expect(sent).toHaveLength(2);
  expect(kind()).toBe("saved");
});

test("what is typed while a save is under way is not taken for saved", async () => {
  const { type, kind } = open();
  type("một");
  await pass(PAUSE + 10);
  type("một hai");
  await next().answer(200, saved());
  await pass(PAUSE + 10);
  expect(next().sent.fields.bodyHtml).toBe("<p>một hai</p>");
  expect(kind()).toBe("saving");
});

test("one's own second save is no conflict: it builds on the revision that the form made", async () => {
  const { autosave, type, kind, say } = open();
  type("một");
  const held = autosave.hold();
  await settle();
  await next().answer(200, saved());
  expect(await held).toEqual(say("một"));

  type("một hai"); // while the form is on its way
  await pass(3 * PAUSE);
  expect(sent).toHaveLength(1);
  expect(await autosave.hold()).toBeNull();

  autosave.goOn({ base: 101 });
  expect(kind()).toBe("typing");
  await pass(PAUSE + 10);
  expect(next().sent).toMatchObject({ base: 101, fields: { bodyHtml: "<p>một hai</p>" } });
});

test("a form that was refused leaves the base as it was; one that made a revision leaves nothing to save", async () => {
  const { autosave, type, kind } = open();
  type("một");
  const held = autosave.hold();
  await settle();
  await next().answer(200, saved());
  await held;
  autosave.goOn();
  expect(kind()).toBe("kept"); // the server has it, no revision does
  expect(await autosave.hold()).not.toBeNull();
  autosave.goOn({ base: 101 });
  expect(kind()).toBe("clean");
  await pass(5 * PAUSE);
  expect(sent).toHaveLength(1);
});

test("a newer revision that only repeats the text of this page is its own: the answer to its form was lost", async () => {
  const { autosave, type, kind, say } = open();
  type("một");
  void autosave.flush();
  await settle();
  await next().answer(200, saved());
  type("một hai");
  void autosave.flush();
  await settle();
  await next().answer(409, theirs(say("một")));
  expect(next().sent).toMatchObject({ base: 101, fields: { bodyHtml: "<p>một hai</p>" } });
  expect(kind()).toBe("saving");
});

test("somebody else's revision pauses saving until one of the two texts is chosen", async () => {
  const { autosave, type, kind, say } = open();
  type("của tôi");
  void autosave.flush();
  await settle();
  const { sitting } = sent[0] as Sent;
  await next().answer(409, theirs(say("của người khác")));
  expect(kind()).toBe("conflict");
  type("của tôi, gõ tiếp");
  await pass(60_000);
  expect(sent).toHaveLength(1);

  autosave.startFrom(theirs(say("của người khác")).theirs);
  expect(kind()).toBe("clean");
  await pass(60_000);
  expect(sent).toHaveLength(1);
  type("của người khác, sửa");
  await pass(PAUSE + 10);
  expect(next().sent).toMatchObject({ base: 101, sequence: 1 });
  expect(sent[1]?.sitting).not.toBe(sitting);
});

test("a save that failed is tried again by itself, with what is there then", async () => {
  const { autosave, type, kind } = open();
  type("một");
  const asked = autosave.flush();
  await settle();
  await next().lose();
  expect(await asked).toBe(false);
  expect(autosave.read().state).toMatchObject({ kind: "failed", sentence: expect.stringContaining("mất kết nối") });

  await pass(10_010);
  await next().answer(503, { error: "Máy chủ đang bận." });
  expect(autosave.read().state).toMatchObject({ kind: "failed", sentence: "Máy chủ đang bận." });
  await pass(10_010);
  await next().answer(200, saved());
  expect(kind()).toBe("saved");
});

test("an ended session pauses saving until one has signed in again", async () => {
  const { autosave, type, kind } = open();
  type("một");
  void autosave.flush();
  await settle();
  await next().answer(401, { error: "Phiên làm việc đã hết." });
  expect(kind()).toBe("signed-out");
  type("một hai");
  await pass(60_000);
  expect(sent).toHaveLength(1);
  noteSignedIn();
  await settle();
  await next().answer(200, saved());
  expect(kind()).toBe("saved");
});
