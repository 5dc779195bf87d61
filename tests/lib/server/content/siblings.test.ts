import { expect, test } from "vitest";
import { createSiblings, type ToPrimary } from "#lib/server/content/siblings.ts";

test("a publisher's answer waits until the primary says that all have heard", async () => {
  const sent: ToPrimary[] = [];
  const learnt: bigint[] = [];
  const siblings = createSiblings(
    (version) => learnt.push(version),
    (message) => sent.push(message),
  );

  let settled = false;
  const settling = siblings.settle(7n).then(() => {
    settled = true;
  });
  expect(learnt).toEqual([7n]);
  const [question] = sent;
  if (question?.type !== "content") throw new Error("nothing was asked");
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(settled).toBe(false);
  siblings.receive({ type: "settled", asked: question.asked });
  await settling;
});

test("a sibling learns and says so", () => {
  const sent: ToPrimary[] = [];
  const learnt: bigint[] = [];
  createSiblings(
    (version) => learnt.push(version),
    (message) => sent.push(message),
  ).receive({
    type: "content",
    version: "8",
    asked: "1:8",
  });
  expect(learnt).toEqual([8n]);
  expect(sent).toEqual([{ type: "heard", asked: "1:8" }]);
});

test("silence of the primary delays an answer by a second at most, and alone nobody is asked", async () => {
  const started = performance.now();
  await createSiblings(
    () => {},
    () => {},
  ).settle(1n);
  expect(performance.now() - started).toBeLessThan(2000);
  await createSiblings(() => {}, undefined).settle(1n);
});
