type Props = { poll: { slug: string; state: "coming" | "open" | "closed"; showsResult: boolean; showsBoard: boolean } };

/** Where the figures are: the same files that everybody may fetch. */
export const PollExports = ({ poll: { slug, state, showsResult, showsBoard } }: Props) => {
  const [page, api] = [`/tham-do/${slug}`, `/api/tham-do/${slug}`];
  if (state === "coming") return <p>Kết quả có sau khi cuộc thăm dò mở.</p>;

  return (
    <ul>
      <li>
        <a href={page}>Kết quả</a>
        {!showsResult && " (chưa công bố; bạn cũng chưa xem được, để không ai biết trước)"}
      </li>
      {showsResult && (
        <li>
          Số liệu kết quả: <a href={`${api}/ket-qua.csv`}>CSV</a>, <a href={api}>JSON</a>
        </li>
      )}
      <li>
        <a href={`${page}/kiem-phieu`}>Kiểm phiếu, niêm phong{showsBoard && ", bảng kiểm phiếu"}</a>
      </li>
      {showsBoard && (
        <li>
          Bảng kiểm phiếu: <a href={`${api}/bang-kiem.csv`}>CSV</a>, <a href={`${api}/bang-kiem.json`}>JSON</a>
        </li>
      )}
    </ul>
  );
};
