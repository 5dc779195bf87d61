import { randomBytes } from "node:crypto";
import { isReceiptSymbols, RECEIPT_ALPHABET } from "#lib/polls/receipt.ts";
import { keyedDigest } from "#lib/secrets.ts";
import { spell } from "#lib/symbols.ts";

/** 16 of 22 symbols are 71 bits: nobody guesses one, and a person types it in half a minute. */
const LENGTH = 16;

export const newVoteCode = () => spell(randomBytes(16), RECEIPT_ALPHABET, LENGTH);

/** What is stored of a code. */
export const digestOf = (code: string) => keyedDigest("vote code", code).toString("base64url");

/** A code as somebody typed it, or undefined when it cannot be one. */
export function readVoteCode(typed: string) {
  const code = typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  return code.length === LENGTH && isReceiptSymbols(code) ? code : undefined;
}
