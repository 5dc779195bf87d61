import { keyedDigest } from "#lib/secrets.ts";
import { spell } from "#lib/symbols.ts";

/** No vowels, no look-alikes, as in the confirmation code: a receipt is copied by hand and typed again. */
export const RECEIPT_ALPHABET = "BCFGHJKLMNPQRTVX234579";
const LENGTH = 12;

/** What the voter keeps: it follows from the challenge, so a repeated request is answered with the same one. */
export const receiptOf = (challengeId: string) => spell(keyedDigest("receipt", challengeId), RECEIPT_ALPHABET, LENGTH);

/** The receipt of a ballot by cell: neither the slip nor the browser's ticket alone leads to it. */
export const cellReceiptOf = (challengeId: string, code: string) =>
  spell(keyedDigest("receipt", challengeId, code), RECEIPT_ALPHABET, LENGTH);

export const isReceiptSymbols = (text: string) => [...text].every((symbol) => RECEIPT_ALPHABET.includes(symbol));

/** K7QF-3MRT-9XHD, for reading and copying. */
export const showReceipt = (receipt: string) => receipt.match(/.{1,4}/g)?.join("-") ?? receipt;

/** A receipt as somebody typed it, or undefined when it cannot be one. */
export function readReceipt(typed: unknown) {
  if (typeof typed !== "string") return undefined;
  const receipt = typed.replace(/[\s-]/g, "").toUpperCase();
  return receipt.length === LENGTH && isReceiptSymbols(receipt) ? receipt : undefined;
}
