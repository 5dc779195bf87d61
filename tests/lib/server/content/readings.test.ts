import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReadings } from "#lib/server/content/readings.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

test("what is heard from elsewhere makes what was made before old from that moment on", () => {
  const readings = createReadings();
  readings.hear(5n);
  const { reading } = readings;
  expect(readings.oldFor(reading)).toBe(0);
  readings.hear(6n);
  vi.advanceTimersByTime(300);
  readings.hear(7n);
  vi.advanceTimersByTime(100);
  expect(readings.oldFor(reading)).toBe(400);
  expect(readings.oldFor(reading + 1)).toBe(100);
});

test("what a publisher waits for may not be shown any more, also when it was heard first", () => {
  const readings = createReadings();
  readings.hear(5n);
  const { reading } = readings;
  readings.hear(6n);
  readings.hear(7n);
  readings.learn(6n);
  expect(readings.oldFor(reading)).toBe(Number.POSITIVE_INFINITY);
  expect(readings.oldFor(readings.reading)).toBe(0);
  readings.hear(8n);
  expect(readings.oldFor(readings.reading - 1)).toBe(0); // left in this very millisecond
});

test("a new era under the same version ends all that was known", () => {
  const readings = createReadings();
  readings.hear(5n);
  const { reading, era, version } = readings;
  readings.beginEra();
  expect(readings).toMatchObject({ reading: reading + 1, era: era + 1, version });
  expect(readings.oldFor(reading)).toBe(Number.POSITIVE_INFINITY);
});

test("what is older than all that is remembered gets no grace", () => {
  const readings = createReadings();
  for (let version = 1n; version <= 1500n; version++) readings.hear(version);
  expect(readings.oldFor(1)).toBeGreaterThan(1_000_000);
  expect(readings.oldFor(1499)).toBe(0);
});
