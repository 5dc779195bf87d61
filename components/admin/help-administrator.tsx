/** For whoever lets people in. */
export const HelpAdministrator = () => (
  <>
    <p>
      Bạn làm được mọi việc của người đăng bài, thêm việc quản lý tài khoản và xem nhật ký. Cài đặt, sao lưu, nâng cấp
      là việc của người giữ máy chủ, ghi trong tài liệu vận hành đi kèm chương trình.
    </p>

    <h2>Thêm một người</h2>
    <ol>
      <li>
        Mở <a href="/quan-tri/nguoi-dung">Người dùng</a>, ghi họ tên và thư điện tử công vụ, ví dụ{" "}
        <i>binh.tt@dongthanh.example.vn</i>.
      </li>
      <li>
        Chọn vai trò vừa đủ: người của chi bộ thường là <b>cộng tác viên</b>; văn phòng Đảng ủy là <b>biên tập viên</b>,
        còn Bí thư, Phó Bí thư hoặc người được ủy quyền là <b>người đăng bài</b>.
      </li>
      <li>
        Đặt mật khẩu là một câu dễ nhớ, khó đoán, ví dụ kiểu <i>bốn năm chữ không liền nghĩa</i>. Trao tận tay, không
        nhắn qua mạng. Người đó đổi lại ở “Tài khoản của tôi”.
      </li>
    </ol>

    <h2>Khi có người chuyển công tác</h2>
    <p>
      Bấm <b>Khóa tài khoản</b> ngay trong ngày: người đó bị đưa ra khỏi mọi máy đang mở. Bài đã viết và tên người viết
      còn nguyên. Đừng cho người mới dùng chung tài khoản cũ: nhật ký sẽ không biết ai làm gì.
    </p>

    <h2>Quên mật khẩu, mất điện thoại</h2>
    <p>
      Ở <a href="/quan-tri/nguoi-dung">Người dùng</a> bấm <b>Mật khẩu</b> cạnh tên người đó: đặt mật khẩu mới, hoặc tắt
      xác nhận hai bước khi người đó mất cả điện thoại lẫn mã dự phòng. Chỉ làm khi gặp mặt hoặc đã gọi lại cho chắc.
      Chính bạn quên thì nhờ người quản trị khác, hoặc người giữ máy chủ.
    </p>
    <p>
      Việc với tài khoản cần mật khẩu của bạn gõ trong nửa giờ gần đây; lâu hơn thì trang hỏi lại. Hãy bật xác nhận hai
      bước ở <a href="/quan-tri/tai-khoan">Tài khoản của tôi</a>: tài khoản quản trị là thứ kẻ xấu muốn nhất.
    </p>

    <h2>Mất máy, nghi lộ mật khẩu</h2>
    <ol>
      <li>Khóa tài khoản, hỏi người đó, rồi mở lại và đặt mật khẩu mới.</li>
      <li>
        Mở <a href="/quan-tri/nhat-ky">Nhật ký</a>, xem các dòng “Đăng nhập không được” và những bài vừa đăng, vừa gỡ.
      </li>
    </ol>

    <h2>Cần có ít nhất hai người đăng bài</h2>
    <p>
      Người viết không tự duyệt bài của mình. Phường chỉ có một người đăng bài thì bài do người ấy viết sẽ nằm ở “chưa
      ai duyệt”. Hãy giao vai trò này cho ít nhất hai đồng chí.
    </p>

    <h2>Duyệt, đăng, gỡ bài</h2>
    <p>
      Đọc <a href="?vai-tro=nguoi-dang-bai">phần dành cho người đăng bài</a>.
    </p>
  </>
);
