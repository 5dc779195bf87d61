"use client";

export default function AdminError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="gate">
      <h1>Chưa mở được trang này</h1>
      <p>
        Máy chủ gặp trục trặc, dữ liệu đã lưu vẫn còn nguyên. Hãy thử lại; nếu vẫn vậy, báo người quản trị mã dưới đây.
      </p>
      {error.digest && <p className="hint">Mã lỗi: {error.digest}</p>}
      <p className="row">
        <button type="button" className="btn" onClick={reset}>
          Thử lại
        </button>
        <a className="btn alt" href="/quan-tri">
          Về danh sách bài
        </a>
      </p>
    </main>
  );
}
