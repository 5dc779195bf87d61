/** For whoever answers for what readers see. */
export const HelpPublisher = () => (
  <>
    <p>
      Bạn chịu trách nhiệm về những gì công chúng thấy: duyệt và đăng, trả lại, gỡ bài. Ai đã viết hoặc sửa bài từ lần
      duyệt trước thì không tự duyệt được, dù chỉ sửa một dấu phẩy: mỗi bài có hai người đọc.
    </p>

    <h2>Duyệt một bài</h2>
    <ol>
      <li>
        Mở <a href="/quan-tri">Việc của tôi</a>, ở mục “Chờ bạn duyệt” bấm <b>Xem và duyệt</b>.
      </li>
      <li>
        Bấm <b>Xem trước</b> để thấy đúng trang công khai, khổ điện thoại và máy tính.
      </li>
      <li>
        Xem khung “Trước khi đăng”. Dấu <b>!</b> chặn việc đăng. Dấu <b>?</b> cho đăng nếu bạn ghi một câu vì sao, ví dụ{" "}
        <i>“Số điện thoại là đường dây nóng của phường”</i>; câu này vào nhật ký.
      </li>
      <li>
        Bấm <b>Duyệt và đăng</b>. Công chúng thấy ngay.
      </li>
    </ol>
    <p>
      Chưa được thì bấm <b>Trả lại</b> và ghi cần sửa gì: <i>“Ghi lại ngày kết nạp cho khớp nghị quyết.”</i> Người viết
      đọc câu này khi mở bài.
    </p>

    <h2>Việc gấp, chỉ có một mình</h2>
    <p>
      Bài do chính bạn viết: bấm <b>Đăng ngay, duyệt sau</b>. Bài lên trang ngay nhưng còn ghi “chưa ai duyệt” cho đến
      khi người khác bấm <b>Duyệt bản đang đăng</b>.
    </p>

    <h2>Sửa bài đang đăng</h2>
    <p>
      Cứ sửa và lưu: công chúng vẫn thấy bản cũ. Dòng trên cùng ghi “Công chúng đang xem bản số 4 · có thay đổi chưa
      đăng”. Khi nào bấm đăng, bản mới mới thay bản cũ.
    </p>

    <h2>Đăng nhầm thì làm gì</h2>
    <ul>
      <li>
        Nhầm nặng (lộ thông tin, sai số liệu): bấm <b>Gỡ bài</b>, chọn lý do. Bài biến khỏi trang công khai ngay; chữ
        còn nguyên ở đây.
      </li>
      <li>
        Bản mới hỏng, bản trước đúng: mở <b>Lịch sử</b>, xem khác gì, <b>Lấy lại</b> bản trước rồi đăng.
      </li>
    </ul>

    <h2>Được báo tin</h2>
    <p>
      Muốn có thư khi ai đó gửi duyệt, hãy bật ở <a href="/quan-tri/tai-khoan">Tài khoản của tôi</a>.
    </p>
  </>
);
