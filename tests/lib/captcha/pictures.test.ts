import { expect, test } from "vitest";
import { answerOf } from "#lib/captcha/challenge.ts";
import { takePicture } from "#lib/captcha/pictures.ts";

test("every picture is given out once, each with a challenge of its own", async () => {
  const first = await takePicture();
  const more = await Promise.all(Array.from({ length: 90 }, takePicture));
  const all = [first, ...more];

  expect(new Set(all.map(({ id }) => id)).size).toBe(91);
  expect(new Set(all.map(({ png }) => png.toString("base64"))).size).toBe(91);
  for (const { id } of all) expect(answerOf(id)).toHaveLength(5);
});

test("more readers than can be served at once are asked to come back", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 300 }, takePicture));

  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toMatchObject({ name: "AppError", status: 503 });
});
