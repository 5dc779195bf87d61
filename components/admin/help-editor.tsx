import { HelpContributor } from "#components/admin/help-contributor.tsx";

/** For whoever edits what all have written. */
export const HelpEditor = () => (
  <>
    <p>
      Bạn sửa được bài của mọi người và gửi duyệt; đăng là việc của người đăng bài. Phần của biên tập viên ở trên, cách
      viết một bài ở dưới.
    </p>

    <h2>Sửa bài của người khác</h2>
    <ol>
      <li>
        Tìm bài ở <a href="/quan-tri/bai-viet">Bài viết</a>. Gõ không dấu cũng ra: <i>to chuc dien dan</i>.
      </li>
      <li>Nhìn dòng trên cùng: nếu có tên người khác “cũng đang sửa bài này”, hãy gọi cho họ trước.</li>
      <li>
        Điều cần người viết trả lời thì ghi vào <b>Góp ý về bài</b>, ví dụ{" "}
        <i>“Đoạn 2 ghi 19 đảng viên, bảng ghi 18. Xin kiểm lại.”</i> Xong việc, bấm <b>Đánh dấu đã xong</b>.
      </li>
      <li>
        Bấm <b>Lưu nháp</b> để thành một bản có số, rồi <b>Gửi duyệt</b>.
      </li>
    </ol>

    <h2>Những chỗ hay sai</h2>
    <ul>
      <li>
        Số văn bản: viết đủ như trên giấy, ví dụ <i>Nghị quyết số 12-NQ/ĐU ngày 05/11/2026</i>. Khung “Trước khi đăng”
        báo khi số không khớp cơ quan hoặc nhiệm kỳ.
      </li>
      <li>Thứ và ngày: “Thứ Sáu, ngày 20/11/2026” phải đúng lịch; sai thì khung báo.</li>
      <li>Số căn cước, số điện thoại riêng của người dân: bỏ đi hoặc che bớt, ví dụ 0912 ••• 345.</li>
      <li>
        Đề mục: chọn “Đề mục” trên thanh công cụ, đừng tô đậm chữ in hoa. Người dùng máy đọc màn hình đi theo đề mục.
      </li>
      <li>
        Liên kết hỏng: mục <b>Liên kết hỏng</b> ở “Việc của tôi” ghi bài nào, địa chỉ nào, vì sao. Trang ngoài chỉ bị
        báo khi hỏng ở hai ngày khác nhau.
      </li>
      <li>Văn bản có dấu Mật, Tối mật, “lưu hành nội bộ” không đưa lên trang.</li>
    </ul>

    <h2>Chữ gõ bằng phông cũ</h2>
    <p>
      Tệp cũ dùng .VnTime (TCVN3) hay VNI được chuyển sang Unicode khi nhập. Máy cho xem chữ trước và sau khi chuyển;
      hãy đọc lại tên người, tên đất rồi mới dùng.
    </p>

    <h2>Viết một bài</h2>
    <HelpContributor />
  </>
);
