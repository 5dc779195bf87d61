import { isoSecond, showSecond } from "#lib/time.ts";

type Burst = { at: Date; ballots: number };
type Run = { from: Date; to: Date; ballots: number; seconds: number };
type Networks = { networks: number; attempts: number; busiest: number };

const MINUTE = 59_000;

/** To the same page with this period filled in. */
const Choose = ({ from, to }: { from: Date; to: Date }) => (
  <a href={`?${new URLSearchParams({ tu: isoSecond(from), den: isoSecond(to) })}#de-rieng`}>Xem để quyết định</a>
);

export const Bursts = ({ bursts }: { bursts: Burst[] }) =>
  bursts.length === 0 ? (
    <p>Không có phút nào nhiều phiếu khác thường.</p>
  ) : (
    <ul className="jobs">
      {bursts.map(({ at, ballots }) => (
        <li key={at.toISOString()}>
          {ballots.toLocaleString("vi-VN")} phiếu trong một phút, từ {showSecond(at)}.{" "}
          <Choose from={at} to={new Date(at.getTime() + MINUTE)} />
        </li>
      ))}
    </ul>
  );

export const RegularRuns = ({ runs }: { runs: Run[] }) =>
  runs.length === 0 ? (
    <p>Không có loạt phiếu nào cách đều nhau.</p>
  ) : (
    <ul className="jobs">
      {runs.map(({ from, to, ballots, seconds }) => (
        <li key={`${from.toISOString()} ${seconds}`}>
          {ballots.toLocaleString("vi-VN")} phiếu cách đều {seconds.toLocaleString("vi-VN")} giây, từ {showSecond(from)}{" "}
          đến {showSecond(to)}. <Choose from={from} to={to} />
        </li>
      ))}
    </ul>
  );

export const NetworkShare = ({ networks: { networks, attempts, busiest } }: { networks: Networks }) => (
  <p>
    {attempts === 0
      ? "Trong 10 phút vừa qua không có lần gửi nào."
      : `Trong 10 phút vừa qua, tính chung mọi cuộc thăm dò: ${networks.toLocaleString("vi-VN")} mạng đã gửi; mạng gửi nhiều nhất chiếm ${Math.round((busiest * 100) / attempts)}% số lần gửi (một lần gõ sai mã tính bằng năm).`}
  </p>
);
