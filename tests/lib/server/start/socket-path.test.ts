import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { makeSocketPath } from "#lib/server/start/socket-path.ts";

const steps = vi.hoisted(() => [] as (() => unknown)[]);
vi.mock("#lib/server/start/ending.ts", () => ({ atEnd: (step: () => unknown) => steps.push(step) }));

test("the socket stands in a folder that nobody else may open, and is gone at the end", () => {
  const socketPath = makeSocketPath();
  const folder = path.dirname(socketPath);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(Buffer.byteLength(socketPath)).toBeLessThan(108);
  for (const step of steps) step();
  expect(existsSync(folder)).toBe(false);
});
