import { keyedDigest, sameSecret } from "#lib/secrets.ts";

type Sealed = { title: string; summary: string; bodyHtml: string };

/** What a revision is sealed with when it is written; the key is not in the database. */
export const sealOf = ({ title, summary, bodyHtml }: Sealed) =>
  keyedDigest("revision seal", title, summary, bodyHtml).toString("base64url");

/** Whether a revision still says what this application wrote: content changed by SQL is not. */
export const isSealed = (revision: Sealed & { seal: string }) => sameSecret(sealOf(revision), revision.seal);
