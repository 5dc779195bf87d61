import { showSecond } from "#lib/time.ts";

type Poll = {
  question: string;
  options: { id: number; label: string }[];
  maxChoices: number;
  opensAt: Date;
  closesAt: Date | null;
};

/** What the first ballot has frozen, to be read. */
export const PollFacts = ({ poll: { question, options, maxChoices, opensAt, closesAt } }: { poll: Poll }) => (
  <dl className="facts">
    <dt>Câu hỏi</dt>
    <dd>{question}</dd>
    <dt>Các ý</dt>
    <dd>
      <ol>
        {options.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ol>
    </dd>
    <dt>Mỗi phiếu</dt>
    <dd>{maxChoices > 1 ? `chọn nhiều nhất ${maxChoices} ý` : "chọn một ý"}</dd>
    <dt>Giờ mở</dt>
    <dd>{showSecond(opensAt)}</dd>
    {closesAt && (
      <>
        <dt>Giờ đóng</dt>
        <dd>{showSecond(closesAt)}</dd>
      </>
    )}
  </dl>
);
