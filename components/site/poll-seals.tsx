import { showMoment } from "#lib/time.ts";

type Seal = { number: number; at: Date; ballots: number; root: string; closing: boolean };

/** The seals, each a number that stands for all ballots so far: whoever writes one down can tell later whether any was changed. */
export const PollSeals = ({ seals, feed }: { seals: Seal[]; feed: string }) => (
  <section className="main-1" aria-labelledby="niem-phong">
    <h2 id="niem-phong">Niêm phong</h2>
    <p>
      Mỗi giờ có phiếu mới và khi đóng, mọi phiếu đã có được niêm phong bằng một dãy số tính từ chính các phiếu (gốc cây
      Merkle, SHA-256). Sửa, thêm hay bớt dù một phiếu cũ là dãy số khác đi. Bạn có thể chép lại để so về sau.
    </p>
    <p>
      <a href={feed}>Theo dõi các lần niêm phong qua RSS</a>
    </p>
    {seals.length === 0 ? (
      <p>Chưa có niêm phong nào.</p>
    ) : (
      <ol className="list">
        {seals.map(({ number, at, ballots, root, closing }) => (
          <li key={number}>
            <b>
              Niêm phong số {number}
              {closing && " (khi đóng)"}
            </b>
            <p className="meta">
              <time dateTime={at.toISOString()}>{showMoment(at)}</time>
              <span>{ballots.toLocaleString("vi-VN")} phiếu</span>
            </p>
            <code className="root">{root}</code>
          </li>
        ))}
      </ol>
    )}
  </section>
);
