import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { makeSocketPaths } from "#lib/server/start/socket-paths.ts";

const steps = vi.hoisted(() => [] as (() => unknown)[]);
vi.mock("#lib/server/start/ending.ts", () => ({ atEnd: (step: () => unknown) => steps.push(step) }));

test("the sockets stand in a folder that nobody else may open, and are gone at the end", () => {
  const paths = makeSocketPaths(2);
  const folder = path.dirname(paths[0] ?? "");
  expect(new Set(paths).size).toBe(2);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const socketPath of paths) expect(Buffer.byteLength(socketPath)).toBeLessThan(108);
  for (const step of steps) step();
  expect(existsSync(folder)).toBe(false);
});
