type Result = {
  total: number;
  setAside: number;
  options: { id: number; label: string; ballots: number; percent: number; setAside: number }[];
};
type Props = { result: Result; isMultiple: boolean };

/** Bars drawn by the server and, below them, the same figures as a table. */
export const PollResult = ({ result, isMultiple }: Props) => (
  <section aria-labelledby="so-phieu">
    <h2 className="vh" id="so-phieu">
      Số phiếu
    </h2>
    <figure>
      <Bars result={result} />
    </figure>
    <table className="band-s">
      <caption>Số phiếu theo từng ý</caption>
      <thead>
        <tr>
          <th scope="col">Ý chọn</th>
          <th scope="col" className="num">
            Số phiếu
          </th>
          <th scope="col" className="num">
            Tỷ lệ
          </th>
        </tr>
      </thead>
      <tbody>
        {result.options.map(({ id, label, ballots, percent }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td className="num">{ballots.toLocaleString("vi-VN")}</td>
            <td className="num">{percent}%</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{isMultiple ? "Tổng số phiếu" : "Tổng"}</th>
          <td className="num">{result.total.toLocaleString("vi-VN")}</td>
          <td className="num">{!isMultiple && `${result.total > 0 ? 100 : 0}%`}</td>
        </tr>
        {result.setAside > 0 && (
          <tr>
            <th scope="row">Để riêng theo quyết định (không tính vào kết quả)</th>
            <td className="num">{result.setAside.toLocaleString("vi-VN")}</td>
            <td />
          </tr>
        )}
      </tfoot>
    </table>
  </section>
);

function Bars({ result: { options } }: { result: Result }) {
  const inWords = options.map(({ label, percent }) => `${label} ${percent}%`).join(", ");
  return (
    <div className="bars" role="img" aria-label={`Biểu đồ thanh: ${inWords}. Số liệu đầy đủ ở bảng bên dưới.`}>
      {options.map(({ id, label, percent }) => (
        <div key={id}>
          <p>
            {label}
            <span>{percent}%</span>
          </p>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect width={percent} height="8" />
          </svg>
        </div>
      ))}
    </div>
  );
}
