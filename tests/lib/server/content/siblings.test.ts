import { expect, test } from "vitest";
import type { Move } from "#lib/content-move.ts";
import { createSiblings, type ToPrimary } from "#lib/server/content/siblings.ts";

test("a publisher's answer waits until the primary says that all have heard", async () => {
  const sent: ToPrimary[] = [];
  const learnt: Move[] = [];
  const siblings = createSiblings(
    (move) => learnt.push(move),
    (message) => sent.push(message),
  );

  let settled = false;
  const settling = siblings.settle({ version: 7n, articles: [3] }).then(() => {
    settled = true;
  });
  expect(learnt).toEqual([{ version: 7n, articles: [3] }]);
  const [question] = sent;
  if (question?.type !== "content") throw new Error("nothing was asked");
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(settled).toBe(false);
  siblings.receive({ type: "settled", asked: question.asked });
  await settling;
});

test("a sibling learns and says so", () => {
  const sent: ToPrimary[] = [];
  const learnt: Move[] = [];
  createSiblings(
    (move) => learnt.push(move),
    (message) => sent.push(message),
  ).receive({
    type: "content",
    move: "8 3 4",
    asked: "1:8",
  });
  expect(learnt).toEqual([{ version: 8n, articles: [3, 4] }]);
  expect(sent).toEqual([{ type: "heard", asked: "1:8" }]);
});

test("silence of the primary delays an answer by a second at most, and alone nobody is asked", async () => {
  const started = performance.now();
  await createSiblings(
    () => {},
    () => {},
  ).settle({ version: 1n });
  expect(performance.now() - started).toBeLessThan(2000);
  await createSiblings(() => {}, undefined).settle({ version: 1n });
});
