import type { Metadata } from "next";

export const metadata: Metadata = { title: "Không tìm thấy" };

const NotFound = () => (
  <main className="gate">
    <h1>Không có trang này</h1>
    <p>Có thể bài đã được xóa, bạn mở một đường dẫn cũ, hoặc bài này không thuộc quyền của bạn.</p>
    <p>
      <a className="btn" href="/quan-tri">
        Về danh sách bài
      </a>
    </p>
  </main>
);

export default NotFound;
