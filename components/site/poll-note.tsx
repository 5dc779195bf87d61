type Linked = { slug: string; question: string } | null;
type Props = {
  poll: { kind: "open" | "cells"; maxChoices: number; open: boolean; predecessor: Linked; successor: Linked };
  hasMinutes: boolean;
  path: string;
  json: string;
};

/** How to read a result, and the ways to check it. */
export const PollNote = ({ poll, hasMinutes, path, json }: Props) => (
  <section className="note" aria-labelledby="doc-ket-qua">
    <h2 id="doc-ket-qua">Đọc kết quả thế nào</h2>
    {poll.kind === "open" ? (
      <>
        <p>Kết quả tham khảo, không phải khảo sát đại diện: ai vào trang cũng có thể bỏ phiếu.</p>
        <p>
          Mỗi mã xác nhận chỉ dùng cho một phiếu. Phiếu không ghi tên ai, trang không lưu địa chỉ mạng của người bỏ
          phiếu.
        </p>
      </>
    ) : (
      <p>
        Mỗi mã phiếu phát cho đảng viên chỉ bỏ được một phiếu. Phiếu không ghi mã và không ghi giờ; kết quả từng chi bộ
        chỉ công bố khi có từ 5 phiếu trở lên.
      </p>
    )}
    <p>
      {poll.maxChoices > 1
        ? "Mỗi phiếu chọn được nhiều ý, nên các tỷ lệ cộng lại có thể quá 100%."
        : "Tỷ lệ làm tròn đến hàng đơn vị, sao cho cộng lại đúng 100%."}
    </p>
    <Related title="Câu hỏi này sửa lại từ" poll={poll.predecessor} />
    <Related title="Câu hỏi này đã được thay bằng" poll={poll.successor} />
    <p className="row">
      <a href={`${path}/kiem-phieu`}>Kiểm phiếu</a>
      {hasMinutes && <a href={`${path}/bien-ban`}>Biên bản kiểm phiếu</a>}
      <a href={json}>Số liệu dạng JSON</a>
      <a href={`${json}/ket-qua.csv`}>Số liệu dạng CSV</a>
      <a href="/trang/bao-ve-du-lieu-ca-nhan">Phiếu của bạn được giữ kín thế nào</a>
    </p>
  </section>
);

const Related = ({ title, poll }: { title: string; poll: Linked }) =>
  poll && (
    <p>
      {title}: <a href={`/tham-do/${poll.slug}`}>{poll.question}</a>
    </p>
  );
