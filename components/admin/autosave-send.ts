import type { ArticleFields } from "#components/admin/article-fields.ts";
import type { Checklist } from "#components/admin/checklist.tsx";

/** The revision that somebody else made meanwhile. */
export type Theirs = {
  id: number;
  number: number;
  author: string;
  /** Saved by the same person, in another tab or at another machine. */
  isOwn: boolean;
  savedAt: string;
  version: number;
  fields: ArticleFields;
};

type Sent = { sitting: string; articleId: number | null; base: number | null; sequence: number; fields: ArticleFields };
/** What the server says of the text that it now has. */
export type Told = { version: number | null; others?: string[]; checklist?: Checklist };
type Kept = Told & { kind: "saved"; at: string };
type Refused = { kind: "failed"; sentence: string } | { kind: "signed-out" } | { kind: "conflict"; theirs: Theirs };

type Answer = Told & { others: string[]; savedAt: string; error?: string; theirs?: Theirs };

const LONGEST_MS = 20_000;
const AWAY = "mất kết nối. Chữ vẫn còn trên máy này, trang tự thử lại.";

/** Sends what is being typed to be kept, and reads what came of it. */
export async function sendWorkingCopy(sent: Sent): Promise<Kept | Refused> {
  const response = await fetch("/quan-tri/bai-viet/ban-dang-sua", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ v: 1, ...sent }),
    signal: AbortSignal.timeout(LONGEST_MS),
  }).catch(() => undefined);
  const answer = (await response?.json().catch(() => undefined)) as Answer | undefined;
  if (!response || !answer) return { kind: "failed", sentence: AWAY };
  if (response.status === 401) return { kind: "signed-out" };
  if (answer.theirs) return { kind: "conflict", theirs: answer.theirs };
  if (!response.ok) return { kind: "failed", sentence: answer.error ?? AWAY };
  const { savedAt, version, others, checklist } = answer;
  return { kind: "saved", at: savedAt, version, others, ...(checklist && { checklist }) };
}
