import { showMoment } from "#lib/time.ts";

type Event = { id: number; at: Date; actor: string; sentence: string };

/** Everything that was ever done to a poll, newest first. Nobody can change or remove a line. */
export const PollLog = ({ events }: { events: Event[] }) => (
  <section className="note" aria-labelledby="nhat-ky-tham-do">
    <h2 id="nhat-ky-tham-do">Nhật ký của cuộc thăm dò</h2>
    <p>Mọi việc người quản trị làm với cuộc thăm dò này. Không ai sửa hay xóa được.</p>
    <ul className="list">
      {events.map(({ id, at, actor, sentence }) => (
        <li key={id}>
          {sentence}
          <p className="meta">
            <span>{actor}</span>
            <time dateTime={at.toISOString()}>{showMoment(at)}</time>
          </p>
        </li>
      ))}
    </ul>
  </section>
);
