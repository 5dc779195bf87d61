import { CodeField } from "#components/site/poll-code.tsx";
import { SlipField } from "#components/site/poll-slip-code.tsx";
import { REFUSALS, type Refusal } from "#lib/polls/refusals.ts";

type Poll = {
  slug: string;
  question: string;
  kind: "open" | "cells";
  maxChoices: number;
  commentsAllowed: boolean;
  options: { id: number; label: string }[];
};
type Props = {
  poll: Poll;
  /** The path of the page that the form stands on: a refused form comes back to it. */
  returnTo: string;
  refusal?: Refusal | undefined;
  chosen?: number[];
  /** Whether the voter came for the form of a poll by cells: it needs a ticket first. */
  withSlip?: boolean;
};

/** "Thăm dò ý kiến" as an ordinary form: the code and its picture appear once an option is chosen (CSS `:has`). */
export function PollForm({ poll, returnTo, refusal, chosen = [], withSlip = false }: Props) {
  const why = refusal && REFUSALS[refusal];
  const result = `/tham-do/${poll.slug}`;
  const errorAt = (field: "chon" | "y-kien" | "ma") => (why?.field === field ? why.sentence : undefined);
  const needsTicket = poll.kind === "cells" && !withSlip;

  return (
    <section className="poll" id="tham-do" aria-labelledby="tham-do-dau">
      <h2 id="tham-do-dau">Thăm dò ý kiến</h2>
      {why && why.field === undefined && <p className="err">Lỗi: {why.sentence}</p>}
      {needsTicket ? (
        <SlipDoor poll={poll} />
      ) : (
        <form method="post" action={`${result}/phieu`}>
          <input type="hidden" name="ve" value={returnTo} />
          <Choices poll={poll} chosen={chosen} error={errorAt("chon")} />
          {poll.commentsAllowed && <Comment error={errorAt("y-kien")} />}
          <Code poll={poll} error={errorAt("ma")} />
        </form>
      )}
      {returnTo !== result && (
        <p className="more meta">
          <a href={result}>Xem kết quả</a>
        </p>
      )}
    </section>
  );
}

const Code = ({ poll: { kind, slug }, error }: { poll: Poll; error: string | undefined }) =>
  kind === "cells" ? <SlipField error={error} /> : <OpenCode slug={slug} error={error} />;

const OpenCode = ({ slug, error }: { slug: string; error: string | undefined }) => (
  <>
    <p className="hint ask">Chọn một ý, rồi nhập mã xác nhận.</p>
    <CodeField slug={slug} error={error} />
    <p className="hint">
      Mỗi trình duyệt bỏ một phiếu: sau khi gửi, trang đặt một cookie để nhớ điều đó. Cookie không cho biết bạn là ai và
      chọn ý nào.
    </p>
  </>
);

type ChoicesProps = { poll: Poll; chosen: number[]; error: string | undefined };

const Choices = ({ poll: { question, options, maxChoices }, chosen, error }: ChoicesProps) => (
  <fieldset aria-describedby={error ? "chon-loi" : undefined} className={error ? "bad" : undefined}>
    <legend>
      {question}
      {maxChoices > 1 && <small> (chọn nhiều nhất {maxChoices} ý)</small>}
    </legend>
    {error && (
      <p className="err" id="chon-loi">
        Lỗi: {error}
      </p>
    )}
    <div className="opts">
      {options.map(({ id, label }) => (
        <label className="opt" key={id}>
          <input
            type={maxChoices > 1 ? "checkbox" : "radio"}
            name="chon"
            value={id}
            required={maxChoices === 1}
            defaultChecked={chosen.includes(id)}
          />{" "}
          {label}
        </label>
      ))}
    </div>
  </fieldset>
);

const SlipDoor = ({ poll: { slug, question } }: { poll: Poll }) => (
  <>
    <p>{question}</p>
    <p className="hint">
      Cuộc thăm dò này dành cho các chi bộ: mỗi đảng viên bỏ phiếu bằng mã in trên phiếu được phát.
    </p>
    <p>
      <a className="btn" href={`/ma-xac-nhan/phieu?tham-do=${slug}`} rel="nofollow">
        Bỏ phiếu bằng mã phiếu
      </a>
    </p>
  </>
);

const Comment = ({ error }: { error: string | undefined }) => (
  <div className={error ? "field bad" : "field"}>
    <label htmlFor="y-kien">
      Ý kiến thêm <small>(không bắt buộc)</small>
    </label>
    <p className="hint" id="y-kien-goi-y">
      Được giữ tách khỏi phiếu. Ban Biên tập xem trước khi đăng; đừng ghi tên, số điện thoại của mình hay của người
      khác.
    </p>
    {error && (
      <p className="err" id="y-kien-loi">
        Lỗi: {error}
      </p>
    )}
    <textarea
      id="y-kien"
      name="y-kien"
      rows={3}
      maxLength={1000}
      aria-describedby={error ? "y-kien-goi-y y-kien-loi" : "y-kien-goi-y"}
      aria-invalid={error ? true : undefined}
    />
  </div>
);
