/** Spells a digest in an alphabet: digits of one large number, so that all spellings are as likely (to within 2^-128). */
export function spell(digest: Buffer, alphabet: string, length: number) {
  const base = BigInt(alphabet.length);
  let rest = BigInt(`0x${digest.toString("hex")}`);
  let text = "";
  while (text.length < length) {
    text += alphabet.charAt(Number(rest % base));
    rest /= base;
  }
  return text;
}
