import type { ReactNode } from "react";

type GroupProps = {
  id: string;
  heading: string;
  /** Up to 100. */
  count: number;
  /** Where all of them are listed, when there are more than are shown. */
  all?: string;
  /** The rest of them, folded away, where no list shows all. */
  rest?: ReactNode;
  children: ReactNode;
};

/** Jobs of one kind under their heading, with how many there are. */
export const JobGroup = ({ id, heading, count, all, rest, children }: GroupProps) => (
  <section className="jobs-group" aria-labelledby={`viec-${id}`}>
    <h2 id={`viec-${id}`}>
      {heading} <Count of={count} />
    </h2>
    <ul className="jobs">{children}</ul>
    {rest && (
      <details>
        <summary>
          Xem tất cả<span className="vh">: {heading}</span>
        </summary>
        <ul className="jobs">{rest}</ul>
      </details>
    )}
    {all && (
      <p>
        <a href={all}>
          Xem tất cả<span className="vh">: {heading}</span>
        </a>
      </p>
    )}
  </section>
);

const Count = ({ of }: { of: number }) => <span className="count">{of >= 100 ? "hơn 99" : of}</span>;

type JobProps = {
  href: string;
  title: string;
  /** What the button beside it says. */
  action: string;
  facts: (string | null)[];
  late?: string[];
  quote?: string;
  children?: ReactNode;
};

/** One job: what it is about, what is known of it, and the way to do it. */
export const Job = ({ href, title, action, facts, late = [], quote, children }: JobProps) => (
  <li>
    <div>
      <a href={href}>{title}</a>
      <p className="meta">
        {facts.filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {late.map((sentence) => (
        <p key={sentence} className="late">
          {sentence}
        </p>
      ))}
      {quote && <p className="said">“{quote}”</p>}
      {children}
    </div>
    <a className="btn alt" href={href}>
      {action}
      <span className="vh">: {title}</span>
    </a>
  </li>
);
