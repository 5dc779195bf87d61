import { Fragment } from "react";
import { isoDate, showDate } from "#lib/time.ts";

type Link = { slug: string; name: string };
type Props = {
  cell: { validFrom: Date | null; validTo: Date | null; successor: Link | null; formerly: Link[] };
};

/** Where a cell comes from and what became of it: one calm sentence each, nothing when there is nothing to say. */
export const CellHistory = ({ cell }: Props) => (
  <>
    {cell.validTo && (
      <p className="was">
        <b>Đơn vị cũ.</b> Chi bộ hoạt động đến ngày <Day day={cell.validTo} />
        {cell.successor && (
          <>
            , nay là <CellLink {...cell.successor} />
          </>
        )}
        . Bài và địa chỉ trang giữ nguyên.
      </p>
    )}
    {cell.formerly.length > 0 && (
      <p>
        Kế tiếp{" "}
        {cell.formerly.map((former, index) => (
          <Fragment key={former.slug}>
            {index > 0 && (index === cell.formerly.length - 1 ? " và " : ", ")}
            <CellLink {...former} />
          </Fragment>
        ))}
        {cell.validFrom && (
          <>
            {" "}
            từ ngày <Day day={cell.validFrom} />
          </>
        )}
        .
      </p>
    )}
  </>
);

const CellLink = ({ slug, name }: Link) => <a href={`/chi-bo/${slug}`}>{name}</a>;

const Day = ({ day }: { day: Date }) => <time dateTime={isoDate(day)}>{showDate(day)}</time>;
