import { PageHead } from "#components/site/page-head.tsx";
import { PollPeriod } from "#components/site/poll-period.tsx";
import { listPolls } from "#lib/polls/queries.ts";
import { describePage } from "#lib/site/metadata.ts";
import { Frame } from "../frame.tsx";

const PATH = "/tham-do";

export const generateMetadata = () =>
  describePage({
    title: "Thăm dò ý kiến",
    description: "Các cuộc thăm dò ý kiến đang mở và kết quả của những cuộc đã đóng.",
    path: PATH,
  });

export default async function PollsPage() {
  const polls = await listPolls();

  return (
    <Frame current={PATH} trail={[{ name: "Thăm dò ý kiến", path: PATH }]}>
      <PageHead title="Thăm dò ý kiến">
        <p>Chọn một câu hỏi để gửi ý kiến hoặc xem kết quả.</p>
      </PageHead>
      {polls.length === 0 && <p>Chưa có cuộc thăm dò nào.</p>}
      <ul className="list big">
        {polls.map(({ slug, question, ...period }) => (
          <li key={slug}>
            <a href={`${PATH}/${slug}`}>{question}</a>
            <p className="meta">
              <PollPeriod {...period} />
            </p>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
