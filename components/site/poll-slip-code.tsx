/** The field for the code of a printed slip. A slip's QR code brings it along; the site's script then fills it in. */
export const SlipField = ({ error }: { error: string | undefined }) => (
  <div className={error ? "code slip-code bad" : "code slip-code"}>
    <label htmlFor="ma-phieu">Mã phiếu</label>
    <p className="hint" id="ma-phieu-goi-y">
      16 chữ và số in trên phiếu, ví dụ K7QF-3MRT-9XHB-2CGJ. Chữ hoa hay chữ thường đều được.
    </p>
    {error && (
      <p className="err" id="ma-phieu-loi">
        Lỗi: {error}
      </p>
    )}
    <input
      id="ma-phieu"
      name="ma-phieu"
      type="text"
      required
      maxLength={40}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      aria-describedby={error ? "ma-phieu-goi-y ma-phieu-loi" : "ma-phieu-goi-y"}
      aria-invalid={error ? true : undefined}
    />
    <button className="btn" type="submit">
      Bỏ phiếu
    </button>
    <p className="hint">
      Mã cho biết phiếu thuộc chi bộ nào và đã dùng hay chưa. Phiếu được giữ riêng, không ghi mã, không ghi giờ: không
      ai tra được ai chọn ý nào.
    </p>
  </div>
);
