type Props = { html: string; signers: string[]; word: string };

/** Minutes to read and to print; on paper there are places for signatures. */
export const PollMinutes = ({ html, signers, word }: Props) => (
  <article>
    <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
    <div className="signatures">
      {signers.map((signer) => (
        <p key={signer}>
          <b>{signer}</b>
          <small>(ký, ghi rõ họ tên)</small>
        </p>
      ))}
    </div>
    <p className="back">
      <a className="btn alt" href={word}>
        Tải biên bản (Word)
      </a>
    </p>
  </article>
);
