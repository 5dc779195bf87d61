type Props = { path: string; typed: string | undefined; found: string | undefined; hasBoard: boolean };

/** "Is my ballot in the count?": a plain form, answered with yes or no and never with the choice. */
export const ReceiptCheck = ({ path, typed, found, hasBoard }: Props) => (
  <section className="poll aside-1" aria-labelledby="tim-phieu">
    <h2 id="tim-phieu">Phiếu của tôi đã được đếm chưa?</h2>
    <form action={path}>
      <div className="field">
        <label htmlFor="bien-nhan">Mã biên nhận</label>
        <p className="hint" id="bien-nhan-goi-y">
          12 chữ và số bạn nhận sau khi bỏ phiếu, ví dụ K7QF-3MRT-9XHB.
        </p>
        <input
          id="bien-nhan"
          name="bien-nhan"
          type="text"
          required
          maxLength={30}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="bien-nhan-goi-y"
        />
      </div>
      <button className="btn" type="submit">
        Kiểm phiếu
      </button>
    </form>
    {typed !== undefined &&
      (found ? (
        <p className="note" role="status">
          <b>Đã được đếm.</b> Phiếu có biên nhận {found} nằm trong kết quả.{" "}
          {hasBoard ? "Xem ý đã chọn ở bảng kiểm phiếu." : "Ý bạn chọn không hiện ở đâu trước khi có bảng kiểm phiếu."}
        </p>
      ) : (
        <p className="err" role="status">
          Không có phiếu nào mang biên nhận này trong cuộc thăm dò. Hãy xem lại từng chữ; nếu chắc là đúng, hãy báo cho
          Ban Biên tập.
        </p>
      ))}
  </section>
);
