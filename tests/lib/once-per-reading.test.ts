import { afterEach, expect, test, vi } from "vitest";
import { oncePerReading } from "#lib/once-per-reading.ts";

afterEach(() => vi.unstubAllGlobals());

/** A clock's reading that the test moves, and a source that counts how often it is read. */
function sourceOf() {
  const clock: { reading: string | undefined } = { reading: "1" };
  vi.stubGlobal("contentReading", () => clock.reading);
  const source = vi.fn(async () => ({ read: source.mock.calls.length }));
  return { clock, source, read: oncePerReading(source) };
}

test("all who ask under one reading share one answer, those of the next get another", async () => {
  const { clock, source, read } = sourceOf();
  const [one, other] = await Promise.all([read(), read()]);
  expect(other).toBe(one);
  expect(await read()).toBe(one);
  clock.reading = "2";
  expect(await read()).toEqual({ read: 2 });
  expect(source).toHaveBeenCalledTimes(2);
});

test("an answer begun under an earlier reading is nobody's who asks under a later one", async () => {
  const { clock, source, read } = sourceOf();
  const earlier = Promise.withResolvers<{ read: number }>();
  source.mockImplementationOnce(() => earlier.promise);
  const asked = read();
  clock.reading = "2";
  expect(await read()).toEqual({ read: 2 });
  earlier.resolve({ read: 1 });
  expect(await asked).toEqual({ read: 1 });
  expect(await read()).toEqual({ read: 2 });
});

test("a failure is told to those who waited for it and is not kept", async () => {
  const { source, read } = sourceOf();
  source.mockRejectedValueOnce(new Error("the database is away"));
  await expect(Promise.all([read(), read()])).rejects.toThrow("away");
  expect(source).toHaveBeenCalledTimes(1);
  expect(await read()).toEqual({ read: 2 });
});

test("while no reading is known everybody reads anew", async () => {
  const { clock, source, read } = sourceOf();
  await read();
  clock.reading = undefined;
  await read();
  await read();
  expect(source).toHaveBeenCalledTimes(3);
});
