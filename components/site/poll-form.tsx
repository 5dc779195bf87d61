import { CodeField } from "#components/site/poll-code.tsx";
import { REFUSALS, type Refusal } from "#lib/polls/refusals.ts";

type Poll = { slug: string; question: string; options: { id: number; label: string }[] };
type Props = {
  poll: Poll;
  /** The path of the page that the form stands on: a refused form comes back to it. */
  returnTo: string;
  refusal?: Refusal | undefined;
  chosen?: number | undefined;
};

/** "Thăm dò ý kiến" as an ordinary form: the code and its picture appear once an option is chosen (CSS `:has`). */
export function PollForm({ poll, returnTo, refusal, chosen }: Props) {
  const why = refusal && REFUSALS[refusal];
  const result = `/tham-do/${poll.slug}`;
  const choiceMissing = why?.field === "chon";

  return (
    <section className="poll" id="tham-do" aria-labelledby="tham-do-dau">
      <h2 id="tham-do-dau">Thăm dò ý kiến</h2>
      {why && why.field === undefined && <p className="err">Lỗi: {why.sentence}</p>}
      <form method="post" action={`${result}/phieu`}>
        <input type="hidden" name="ve" value={returnTo} />
        <fieldset
          aria-describedby={choiceMissing ? "chon-loi" : undefined}
          className={choiceMissing ? "bad" : undefined}
        >
          <legend>{poll.question}</legend>
          {choiceMissing && (
            <p className="err" id="chon-loi">
              Lỗi: {why.sentence}
            </p>
          )}
          <div className="opts">
            {poll.options.map(({ id, label }) => (
              <label className="opt" key={id}>
                <input type="radio" name="chon" value={id} required defaultChecked={id === chosen} /> {label}
              </label>
            ))}
          </div>
        </fieldset>
        <p className="hint ask">Chọn một ý, rồi nhập mã xác nhận.</p>
        <CodeField slug={poll.slug} error={why?.field === "ma" ? why.sentence : undefined} />
      </form>
      {returnTo !== result && (
        <p className="more meta">
          <a href={result}>Xem kết quả</a>
        </p>
      )}
    </section>
  );
}
