type Props = { slug: string; error: string | undefined };

/**
 * Picture, sound and field of the confirmation code, and the buttons that end the form.
 * "Mã khác" stands after "Gửi ý kiến": Enter in the field presses the first button of the form.
 */
export function CodeField({ slug, error }: Props) {
  return (
    <div className={error ? "code bad" : "code"}>
      <label htmlFor="ma">Mã xác nhận</label>
      <p className="hint" id="ma-goi-y">
        Gõ 5 chữ và số trong hình, chữ hoa hay chữ thường đều được.
      </p>
      {error && (
        <p className="err" id="ma-loi">
          Lỗi: {error}
        </p>
      )}
      <img
        className="ma-anh"
        src={`/ma-xac-nhan?tham-do=${slug}`}
        width="200"
        height="64"
        alt="Hình mã xác nhận. Không đọc được hình, hãy chọn “Nghe mã”."
        loading="lazy"
      />
      <a className="btn alt ma-nghe" href={`/ma-xac-nhan/am-thanh?tham-do=${slug}`} target="_blank" rel="noopener">
        Nghe mã<span className="vh"> (mở thẻ mới)</span>
      </a>
      <input
        id="ma"
        name="ma"
        type="text"
        required
        maxLength={12}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby={error ? "ma-goi-y ma-loi" : "ma-goi-y"}
        aria-invalid={error ? true : undefined}
      />
      <div className="row">
        <button className="btn" type="submit">
          Gửi ý kiến
        </button>
        <button className="btn alt" type="submit" formNoValidate name="viec" value="ma-khac">
          Mã khác
        </button>
      </div>
    </div>
  );
}
