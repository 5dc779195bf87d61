"use client";

import type { Sheet } from "#lib/form-state.ts";

type Poll = { question: string; address: string; until: string | undefined };

/** Slips as they are printed: A4, ten a page, a cell's slips together. */
export const SlipSheets = ({ sheets, poll }: { sheets: Sheet[]; poll: Poll }) => (
  <section className="sheets" aria-labelledby="phieu-vua-phat">
    <div className="note hot">
      <h3 id="phieu-vua-phat">In ngay bây giờ</h3>
      <p>
        Mã chỉ hiện một lần này: máy chủ không giữ mã, rời trang là không xem lại được. In bằng lệnh in của trình duyệt
        (Ctrl+P), khổ A4, mỗi tờ 10 phiếu; in xong cắt theo đường kẻ. Nếu in hỏng, hủy các phiếu này và phát lại.
      </p>
      <button type="button" className="btn" onClick={() => print()}>
        In {sheets.length} tờ
      </button>
    </div>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
    <section className="scroll" tabIndex={0} aria-label="Các tờ phiếu">
      {sheets.map(({ cell, page, of, slips }) => (
        <div key={`${cell} ${page} ${slips[0]?.serial}`} className="slip-sheet">
          <p>
            {cell}, tờ {page}/{of}
          </p>
          <ol>
            {slips.map((slip) => (
              <li key={slip.serial}>
                <Slip slip={slip} cell={cell} poll={poll} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  </section>
);

type SlipProps = { slip: Sheet["slips"][number]; cell: string; poll: Poll };

const Slip = ({ slip: { serial, code, qr }, cell, poll: { question, address, until } }: SlipProps) => (
  <>
    <svg
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      role="img"
      aria-label="Hình quét để bỏ phiếu"
      shapeRendering="crispEdges"
    >
      <path d={qr.path} />
    </svg>
    <div>
      <b>
        {cell} · Phiếu số {serial}
      </b>
      <p className="ask">{question}</p>
      <p className="code">{code}</p>
      <p className="how">
        Quét hình bằng điện thoại, hoặc mở {address} rồi gõ mã. Mỗi mã bỏ một phiếu. Giữ kín mã.
        {until && ` Hạn: ${until}.`}
      </p>
    </div>
  </>
);
