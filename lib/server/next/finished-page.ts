import { createHash } from "node:crypto";
import { compress, QUICK } from "#lib/server/next/brotli.ts";
import type { FreshPage } from "#lib/server/next/renderer.ts";

/** A page as the process that rendered it hands it over. `isPage`: where it is missing, the site's own page says so. */
export type FinishedPage = {
  status: number;
  /** Names and values in turn. */
  headers: string[];
  /** The same for the same status, headers, text and articles, whoever rendered it. */
  fingerprint: string;
  body: Buffer;
  isCompressed: boolean;
  isPage: boolean;
  /** The articles that it shows, when it follows from them alone while nothing else moves. */
  shows?: number[] | undefined;
};

/** Names and compresses what was rendered. */
export async function finishPage({
  status,
  headers,
  body,
  compressible,
  isPage,
  shows,
}: FreshPage & Pick<FinishedPage, "shows">): Promise<FinishedPage> {
  const fingerprint = createHash("sha256")
    .update(`${status}\n${headers.join("\n")}\n${shows}\n`)
    .update(body)
    .digest("base64url")
    .slice(0, 22);
  const isCompressed = compressible && body.length > 0;
  return {
    status,
    headers,
    fingerprint,
    body: isCompressed ? await compress(body, QUICK) : body,
    isCompressed,
    isPage,
    shows,
  };
}
