import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReadings } from "#lib/server/content/readings.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

test("what is heard from elsewhere makes what was made before old from that moment on", () => {
  const readings = createReadings();
  readings.hear({ version: 5n });
  const { reading } = readings;
  expect(readings.oldFor(reading)).toBe(0);
  readings.hear({ version: 6n });
  vi.advanceTimersByTime(300);
  readings.hear({ version: 7n });
  vi.advanceTimersByTime(100);
  expect(readings.oldFor(reading)).toBe(400);
  expect(readings.oldFor(reading + 1)).toBe(100);
});

test("what a publisher waits for may not be shown any more, also when it was heard first", () => {
  const readings = createReadings();
  readings.hear({ version: 5n });
  const { reading } = readings;
  readings.hear({ version: 6n });
  readings.hear({ version: 7n });
  readings.learn({ version: 6n });
  expect(readings.oldFor(reading)).toBe(Number.POSITIVE_INFINITY);
  expect(readings.oldFor(readings.reading)).toBe(0);
  readings.hear({ version: 8n });
  expect(readings.oldFor(readings.reading - 1)).toBe(0); // left in this very millisecond
});

test("a new era under the same version ends all that was known", () => {
  const readings = createReadings();
  readings.hear({ version: 5n });
  const { reading, version } = readings;
  readings.beginEra();
  expect(readings).toMatchObject({ reading: reading + 1, version });
  expect(readings.stands(reading, [])).toBe(false);
  expect(readings.oldFor(reading)).toBe(Number.POSITIVE_INFINITY);
});

test("what is older than all that is remembered gets no grace", () => {
  const readings = createReadings();
  for (let version = 1n; version <= 1500n; version++) readings.hear({ version });
  expect(readings.oldFor(1)).toBeGreaterThan(1_000_000);
  expect(readings.oldFor(1499)).toBe(0);
});

test("what shows none of the articles that moved stands, as long as only articles did", () => {
  const readings = createReadings();
  readings.hear({ version: 5n });
  const { reading } = readings;
  expect(readings.stands(reading, [])).toBe(true);
  readings.hear({ version: 6n, articles: [1, 2] });
  readings.learn({ version: 7n, articles: [3] });
  expect(readings.stands(reading, [4, 5])).toBe(true);
  expect(readings.stands(reading, [4, 3])).toBe(false);
  expect(readings.stands(reading + 1, [1, 2])).toBe(true);
  readings.hear({ version: 8n });
  expect(readings.stands(reading, [4, 5])).toBe(false);
});

test("a version that was not heard of may have been anything", () => {
  const readings = createReadings();
  readings.hear({ version: 5n });
  const { reading } = readings;
  readings.hear({ version: 7n, articles: [1] });
  expect(readings.stands(reading, [2])).toBe(false);
  expect(readings.stands(reading - 2000, [2])).toBe(false);
});
