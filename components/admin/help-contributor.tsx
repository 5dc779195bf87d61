/** For whoever writes and hands in. */
export const HelpContributor = () => (
  <>
    <p>
      Bạn viết bài và gửi duyệt. Người đăng bài duyệt xong thì công chúng mới thấy. Viết sai, bấm nhầm đều sửa lại được.
    </p>

    <h2>Đưa một báo cáo Word lên thành bài</h2>
    <ol>
      <li>
        Bấm <a href="/quan-tri/bai-viet/moi">Viết bài mới</a>, kéo tệp .docx thả vào trang. Ví dụ:{" "}
        <i>BC sinh hoat chi bo thang 11.docx</i>.
      </li>
      <li>
        Đọc bảng “Đã đọc tệp Word”: phần nào giữ, phần nào đổi, phần nào bỏ. Bấm <b>Dùng nội dung này</b>.
      </li>
      <li>
        Viết tóm tắt một, hai câu: ai, làm gì, khi nào. Ví dụ:{" "}
        <i>Ngày 20/11/2026, Chi bộ khu phố 1 họp thường kỳ, kết nạp 1 đảng viên mới.</i>
      </li>
      <li>
        Chọn chuyên mục và chi bộ ở cột bên. Xem khung “Trước khi đăng”: dấu <b>!</b> phải sửa, dấu <b>?</b> nên sửa.
      </li>
      <li>
        Bấm <b>Gửi duyệt</b>. Dòng trên cùng đổi thành “Đang chờ duyệt”.
      </li>
    </ol>

    <h2>Bài bị trả lại</h2>
    <p>
      Mở bài: lời của người duyệt ở ngay đầu trang, ví dụ <i>“Ghi lại ngày kết nạp cho khớp nghị quyết”</i>. Sửa xong
      bấm <b>Gửi duyệt</b> lần nữa. Muốn hỏi lại, viết ở khung <b>Góp ý về bài</b>; cả hai bên đều thấy.
    </p>

    <h2>Không sợ mất chữ</h2>
    <ul>
      <li>Ngừng gõ 2 giây, bài tự lưu. Dòng trên cùng ghi “Đã lưu 10:32”.</li>
      <li>Mất mạng, đóng nhầm thẻ, mất điện: mở lại bài, bấm “Lấy lại chữ này”.</li>
      <li>
        Hai người cùng sửa một bài: dòng trên cùng ghi tên người kia. Ai lưu sau được so hai bản rồi mới chọn, không ai
        đè mất chữ của ai.
      </li>
      <li>
        Muốn lấy lại câu đã xóa hôm trước: mở <b>Lịch sử: so sánh, lấy lại bản cũ</b> ở cuối cột bên.
      </li>
    </ul>

    <h2>Ảnh</h2>
    <p>
      Mỗi ảnh cần một câu tả cho người không nhìn thấy ảnh. Viết điều ảnh cho thấy, ví dụ{" "}
      <i>“Đồng chí Bí thư chi bộ trao quyết định cho đảng viên mới”</i>, đừng viết “Ảnh 1”. Dán từ Word thường mất ảnh:
      hãy thả cả tệp .docx.
    </p>

    <h2>Tệp đính kèm</h2>
    <p>
      Thả tệp PDF vào trang, hoặc bấm <b>Đính kèm tệp</b> (hình cái ghim) để chọn tệp từ máy hay từ kho. Chỗ con trỏ
      hiện liên kết, ví dụ <i>Kế hoạch quý IV (PDF, 240 KB)</i>.
    </p>
  </>
);
