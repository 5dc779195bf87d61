import { createHash, hash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";

const sha256 = (...parts: (Buffer | string)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The leaf of one ballot: its receipt and the numbers of the options it names, as "K7QF3MRT9XHB 3,5". */
export const leafOf = (receipt: string, optionIds: number[]) => sha256(LEAF, `${receipt} ${optionIds.join(",")}`);

/**
 * The Merkle tree hash of RFC 6962, section 2.1, over leaves in ascending order: it says which ballots there are and
 * nothing of when they came. Leaves and nodes begin with different bytes, so that neither can pass for the other.
 */
export function rootOf(leaves: Buffer[]) {
  return hashOf(leaves.toSorted(Buffer.compare)).toString("hex");
}

function hashOf(leaves: Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return sha256();
  if (leaves.length === 1) return only;
  const left = largestPowerBelow(leaves.length);
  return sha256(NODE, hashOf(leaves.slice(0, left)), hashOf(leaves.slice(left)));
}

const largestPowerBelow = (size: number) => 2 ** (Math.ceil(Math.log2(size)) - 1);

const SIZE = 32;
const PAIR = 2 * SIZE;
/** So many hashes take a few milliseconds; then whoever waits has a turn. */
const AT_ONCE = 2000;

/** The same root of leaves that stand in ascending order in one buffer, a level at a time: a million hold nobody up. */
export async function rootOfSorted(leaves: Buffer) {
  let level = leaves.length > 0 ? leaves : sha256();
  while (level.length > SIZE) level = await parentsOf(level);
  return level.toString("hex");
}

/** An odd node at the end goes up as it is: so the left tree is always the largest full one. */
async function parentsOf(level: Buffer) {
  const parents = Buffer.alloc(Math.ceil(level.length / PAIR) * SIZE);
  const node = Buffer.concat([NODE, Buffer.alloc(PAIR)]);
  for (let at = 0; at < level.length; at += PAIR) {
    const isPair = level.copy(node, 1, at, at + PAIR) === PAIR;
    const parent = isPair ? hash("sha256", node, "buffer") : level.subarray(at);
    parent.copy(parents, at / 2);
    if (at % (PAIR * AT_ONCE) === 0) await nextTurn();
  }
  return parents;
}
