import { createHash } from "node:crypto";

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
