/** The thank-you after a vote, with the stub that the voter keeps. It says nothing of the choice. */
export const PollSlip = ({ receipt, checkPath }: { receipt: string; checkPath: string }) => (
  <section className="slip aside-1" aria-labelledby="bien-nhan">
    <h2 id="bien-nhan">Cảm ơn bạn đã gửi ý kiến</h2>
    <p>Phiếu của bạn đã được đếm. Mã biên nhận:</p>
    <output>{receipt}</output>
    <p className="hint">
      Chép lại mã này và giữ cho riêng mình. Lúc này mã chỉ cho biết phiếu đã được đếm; khi cuộc thăm dò đóng, ai có mã
      tìm được phiếu trên bảng kiểm phiếu.
    </p>
    <p>
      <a href={checkPath}>Kiểm phiếu</a>
    </p>
  </section>
);
