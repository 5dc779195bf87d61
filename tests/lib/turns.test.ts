import { expect, test } from "vitest";
import { takeTurns } from "#lib/turns.ts";

test("no more run at once than there are places, failures give theirs back, and all get done", async () => {
  const inTurn = takeTurns(3);
  let running = 0;
  let most = 0;
  const work = (fails: boolean) =>
    inTurn(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
      if (fails) throw new Error("failed");
    });
  const done = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => work(index % 4 === 0)));
  expect(most).toBe(3);
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(15);
});
