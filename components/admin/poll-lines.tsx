import { showSecond } from "#lib/time.ts";

type Event = { id: number; at: Date; actor: string; sentence: string };

/** The public log as the administrator sees it. */
export const PollLines = ({ events }: { events: Event[] }) =>
  events.length === 0 ? (
    <p>Chưa có việc nào.</p>
  ) : (
    <ul className="jobs">
      {events.map(({ id, at, actor, sentence }) => (
        <li key={id}>
          {sentence}
          <p className="meta">
            <span>{actor}</span>
            <time dateTime={at.toISOString()}>{showSecond(at)}</time>
          </p>
        </li>
      ))}
    </ul>
  );
