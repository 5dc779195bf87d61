import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { leafOf, rootOf, rootOfSorted } from "#lib/polls/merkle.ts";

const sha256 = (...parts: Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
const leaves = (count: number) => Array.from({ length: count }, (_, at) => leafOf(`R${at}`, [at])).sort(Buffer.compare);

test("the root is RFC 6962's tree hash", () => {
  const node = (left: Buffer, right: Buffer) => sha256(Buffer.of(1), left, right);
  const [a, b, c] = leaves(3) as [Buffer, Buffer, Buffer];
  expect(rootOf([])).toBe(createHash("sha256").digest("hex"));
  expect(rootOf([a])).toBe(a.toString("hex"));
  expect(rootOf([c, a, b])).toBe(node(node(a, b), c).toString("hex"));
  expect(leafOf("K7QF3MRT9XHB", [3, 5])).toEqual(sha256(Buffer.of(0), Buffer.from("K7QF3MRT9XHB 3,5")));
});

test("a level at a time gives the same root, whatever the number of leaves", async () => {
  for (let count = 0; count <= 70; count++)
    expect(await rootOfSorted(Buffer.concat(leaves(count)))).toBe(rootOf(leaves(count)));
});

test("no order changes the root, every change of a ballot does", () => {
  const ballots = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 1 })), {
    minLength: 1,
    maxLength: 40,
    selector: ([receipt]) => receipt,
  });
  fc.assert(
    fc.property(ballots, fc.nat(), (all, pick) => {
      const tree = all.map(([receipt, option]) => leafOf(receipt, [option]));
      const at = pick % all.length;
      const [receipt, option] = all[at] ?? ["", 0];
      expect(rootOf(tree.toReversed())).toBe(rootOf(tree));
      expect(rootOf(tree.with(at, leafOf(receipt, [option + 1])))).not.toBe(rootOf(tree));
      expect(rootOf(tree.toSpliced(at, 1))).not.toBe(rootOf(tree));
      expect(rootOf([...tree, leafOf(`${receipt}.`, [option])])).not.toBe(rootOf(tree));
    }),
  );
});
