type Row = { receipt: string; options: number[]; seal: number | null; setAside: boolean };
type Props = {
  board: { rows: Row[]; hasMore: boolean };
  options: { id: number; label: string }[];
  page: number;
  path: string;
  api: string;
};

/** After closing: every receipt with its choice, in the order of the receipts, which says nothing of when they came. */
export const PollBoard = ({ board: { rows, hasMore }, options, page, path, api }: Props) => {
  const labels = new Map(options.map(({ id, label }) => [id, label]));
  return (
    <section aria-labelledby="bang-kiem">
      <h2 id="bang-kiem">Bảng kiểm phiếu</h2>
      <p>
        Mọi phiếu theo thứ tự mã biên nhận, không theo thứ tự bỏ phiếu. Tải cả bảng để tự đếm lại:{" "}
        <a href={`${api}/bang-kiem.json`}>JSON</a>, <a href={`${api}/bang-kiem.csv`}>CSV</a>.
      </p>
      <table className="band-s">
        <caption>Biên nhận và ý đã chọn</caption>
        <thead>
          <tr>
            <th scope="col">Biên nhận</th>
            <th scope="col">Ý chọn</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ receipt, options: chosen, setAside }) => (
            <tr key={receipt}>
              <th scope="row">{receipt}</th>
              <td>
                {chosen.map((id) => labels.get(id)).join("; ")}
                {setAside && " (để riêng)"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="row">
        {page > 1 && <a href={page === 2 ? path : `${path}?trang=${page - 1}`}>Trang trước</a>}
        {hasMore && <a href={`${path}?trang=${page + 1}`}>Trang sau</a>}
      </p>
    </section>
  );
};
