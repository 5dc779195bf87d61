type Comment = { id: string; text: string };

/** Free comments that were let through, apart from any ballot. */
export const PollVoices = ({ comments }: { comments: Comment[] }) => (
  <section aria-labelledby="y-kien-them">
    <h2 id="y-kien-them">Ý kiến thêm</h2>
    <ul className="list">
      {comments.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  </section>
);
