import type { Metadata } from "next";
import { PollForm } from "#components/admin/poll-form.tsx";
import { listCategoryChoices } from "#lib/categories/editing.ts";
import { isoDate, startOfDay } from "#lib/time.ts";
import { createPollAction } from "../actions.ts";
import { requirePollClerk } from "../open-poll.ts";

export const metadata: Metadata = { title: "Lập cuộc thăm dò" };

const DAY = 24 * 3_600_000;
const SEVEN = 7 * 3_600_000;

/** Seven in the morning, after this many days. */
const morning = (days: number) => new Date(startOfDay(isoDate(new Date(Date.now() + days * DAY))).getTime() + SEVEN);

export default async function NewPollPage() {
  await requirePollClerk("/quan-tri/tham-do/moi");
  const empty = {
    question: "",
    slug: "",
    kind: "open" as const,
    options: [],
    maxChoices: 1,
    opensAt: morning(1),
    closesAt: morning(15),
    results: "after_vote" as const,
    commentsAllowed: false,
    placement: "everywhere" as const,
    categoryIds: [],
    articles: [],
  };

  return (
    <>
      <h1>Lập cuộc thăm dò</h1>
      <p className="hint">Trước khi có phiếu đầu tiên, bạn còn sửa được mọi thứ.</p>
      <PollForm
        action={createPollAction}
        label="Lập cuộc thăm dò"
        submit="Lập cuộc thăm dò"
        poll={empty}
        categories={await listCategoryChoices()}
      />
    </>
  );
}
