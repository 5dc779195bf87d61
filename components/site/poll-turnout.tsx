type Turnout = { name: string; issued: number; used: number; voided: number };

/** How many slips of each cell have been used: who chose what stands nowhere. */
export const PollTurnout = ({ turnout }: { turnout: Turnout[] }) => (
  <section aria-labelledby="tham-gia">
    <h2 id="tham-gia">Tỷ lệ tham gia</h2>
    <table className="band-s">
      <caption>Số phiếu đã dùng theo chi bộ</caption>
      <thead>
        <tr>
          <th scope="col">Chi bộ</th>
          <th scope="col" className="num">
            Phát ra
          </th>
          <th scope="col" className="num">
            Đã bỏ phiếu
          </th>
          <th scope="col" className="num">
            Tỷ lệ
          </th>
        </tr>
      </thead>
      <tbody>
        {turnout.map(({ name, issued, used }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num">{issued}</td>
            <td className="num">{used}</td>
            <td className="num">{issued > 0 ? Math.round((used * 100) / issued) : 0}%</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
