import { BEST, compress } from "#lib/server/next/brotli.ts";
import { type FinishedPage, finishPage } from "#lib/server/next/finished-page.ts";
import type { FreshPage } from "#lib/server/next/renderer.ts";

/** A page of HTML as a process that renders hands it over. */
export async function finished(
  text: string,
  more: Partial<FreshPage & Pick<FinishedPage, "shows">> = {},
): Promise<FinishedPage> {
  return finishPage({
    status: 200,
    headers: ["Content-Type", "text/html"],
    body: Buffer.from(text),
    compressible: true,
    isPage: true,
    ...more,
  });
}

/** Brotli's best, as such a process makes it. */
export const best = (text: Buffer) => compress(text, BEST);
