type Row = { name: string; issued: number; used: number; voided: number };

const sum = (rows: Row[], what: "issued" | "used" | "voided") => rows.reduce((total, row) => total + row[what], 0);

/** Turnout by cell at this moment; cells that merged count under the one that carries on. */
export const TurnoutTable = ({ rows }: { rows: Row[] }) => {
  const total = { name: "Tất cả", issued: sum(rows, "issued"), used: sum(rows, "used"), voided: sum(rows, "voided") };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="Tỷ lệ tham gia theo chi bộ">
      <table>
        <caption className="vh">Tỷ lệ tham gia theo chi bộ</caption>
        <thead>
          <tr>
            <th scope="col">Chi bộ</th>
            <th scope="col">Còn hiệu lực</th>
            <th scope="col">Đã dùng</th>
            <th scope="col">Tỷ lệ</th>
            <th scope="col">Đã hủy</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Cells key={row.name} row={row} />
          ))}
        </tbody>
        <tfoot>
          <Cells row={total} />
        </tfoot>
      </table>
    </section>
  );
};

const Cells = ({ row: { name, issued, used, voided } }: { row: Row }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{issued.toLocaleString("vi-VN")}</td>
    <td>{used.toLocaleString("vi-VN")}</td>
    <td>{issued > 0 ? Math.round((used * 100) / issued) : 0}%</td>
    <td>{voided.toLocaleString("vi-VN")}</td>
  </tr>
);
