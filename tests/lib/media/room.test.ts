import { expect, test } from "vitest";
import { createRoom } from "#lib/media/room.ts";

/** Work that says when it goes in, and goes out on demand. */
function visitors(places: number) {
  const enter = createRoom(places);
  const inside: string[] = [];
  const out = new Map<string, () => void>();
  const ask = (name: string, wanted: number) =>
    enter(wanted, () => {
      inside.push(name);
      return new Promise<void>((leave) => out.set(name, leave));
    });
  return { inside, ask, leave: (name: string) => out.get(name)?.() };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("as many go in as there are places; who needs the whole room waits for it and holds the others up", async () => {
  const { inside, ask, leave } = visitors(2);
  const all = [ask("a", 1), ask("b", 1), ask("whole", 9), ask("c", 1)];
  await settled();
  expect(inside).toEqual(["a", "b"]);

  leave("a");
  await settled();
  expect(inside).toEqual(["a", "b"]);
  leave("b");
  await settled();
  expect(inside).toEqual(["a", "b", "whole"]);
  leave("whole");
  await settled();
  leave("c");
  await Promise.all(all);
  expect(inside).toEqual(["a", "b", "whole", "c"]);
});

test("work that fails gives its place back", async () => {
  const enter = createRoom(1);
  await expect(enter(1, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await enter(1, async () => "in")).toBe("in");
});
