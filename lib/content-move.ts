/** The channel on which PostgreSQL tells of a move: lib/content-version.ts speaks, lib/server/content/content-clock.ts listens. */
export const CONTENT_CHANNEL = "content_version";

/** What readers can notice has changed: `articles` names those published anew where they stood, when nothing else has. */
export type Move = { version: bigint; articles?: number[] | undefined };

/** `{ version: 7n, articles: [3, 4] }` → "7 3 4", and back. */
export const moveAsText = ({ version, articles = [] }: Move) => [version, ...articles].join(" ");

export function moveOfText(text: string): Move {
  const [version = "", ...articles] = text.split(" ");
  return { version: BigInt(version), articles: articles.length > 0 ? articles.map(Number) : undefined };
}
