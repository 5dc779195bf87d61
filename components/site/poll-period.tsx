import { isoDate, showDate } from "#lib/time.ts";

type Props = { opensAt: Date; closesAt: Date | null; open: boolean };

const Day = ({ at }: { at: Date }) => <time dateTime={isoDate(at)}>{showDate(at)}</time>;

/** "Mở từ 01/10/2026 đến 31/12/2026", and whether that is over. */
export const PollPeriod = ({ opensAt, closesAt, open }: Props) => (
  <>
    <span>
      Mở từ <Day at={opensAt} />
      {closesAt && (
        <>
          {" "}
          đến <Day at={closesAt} />
        </>
      )}
    </span>
    {!open && <span>Đã đóng</span>}
  </>
);
