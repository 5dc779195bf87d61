import { notFound } from "next/navigation";
import { PageHead } from "#components/site/page-head.tsx";
import { PollMinutes } from "#components/site/poll-minutes.tsx";
import { readMinutes, SIGNERS } from "#lib/polls/minutes.ts";
import { getPoll } from "#lib/polls/queries.ts";
import { describePage } from "#lib/site/metadata.ts";
import { Frame } from "../../../frame.tsx";

type Props = { params: Promise<{ slug: string }> };

const pathOf = (slug: string) => `/tham-do/${slug}/bien-ban`;

export async function generateMetadata({ params }: Props) {
  const poll = await getPoll((await params).slug);
  if (!poll) return {};
  return describePage({
    title: `Biên bản kiểm phiếu: ${poll.question}`,
    description: `Biên bản kiểm phiếu thăm dò ý kiến: ${poll.question}`,
    path: pathOf(poll.slug),
  });
}

/** The minutes of a poll, once it is sealed at its end. */
export default async function MinutesPage({ params }: Props) {
  const poll = await getPoll((await params).slug);
  const minutes = poll && (await readMinutes(poll));
  if (!minutes) notFound();

  return (
    <Frame
      current="/tham-do"
      trail={[
        { name: "Thăm dò ý kiến", path: "/tham-do" },
        { name: "Kết quả", path: `/tham-do/${poll.slug}` },
        { name: "Biên bản", path: pathOf(poll.slug) },
      ]}
    >
      <PageHead title="Biên bản kiểm phiếu thăm dò ý kiến" />
      <PollMinutes html={minutes.html} signers={SIGNERS} word={`/api/tham-do/${poll.slug}/bien-ban.docx`} />
    </Frame>
  );
}
