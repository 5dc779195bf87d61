import { TextPage } from "#components/site/text-page.tsx";
import { describePage } from "#lib/site/metadata.ts";
import { Frame } from "../../frame.tsx";

const PATH = "/trang/bao-ve-du-lieu-ca-nhan";
const TITLE = "Bảo vệ dữ liệu cá nhân";

export const generateMetadata = () =>
  describePage({
    title: TITLE,
    description: "Trang này giữ gì và không giữ gì về người đọc, người bỏ phiếu.",
    path: PATH,
  });

/** Every sentence here is a promise that the program keeps: change it with the program. */
export default function PrivacyPage() {
  return (
    <Frame trail={[{ name: TITLE, path: PATH }]}>
      <TextPage title={TITLE}>
        <p>Đọc trang này không cần tài khoản và không cần cho biết bạn là ai.</p>
        <h2>Khi bạn đọc</h2>
        <ul>
          <li>Trang không theo dõi người đọc, không có quảng cáo, không gọi tới máy chủ nào khác.</li>
          <li>Đọc bài không đặt cookie nào. Cỡ chữ bạn chọn chỉ nằm trên máy của bạn.</li>
          <li>Địa chỉ mạng của bạn không được lưu vào cơ sở dữ liệu.</li>
        </ul>
        <h2>Khi bạn bỏ phiếu</h2>
        <ul>
          <li>
            Phiếu chỉ gồm ý bạn chọn, giờ gửi, số của mã xác nhận và mã biên nhận. Trong phiếu không có tên, không có
            địa chỉ mạng.
          </li>
          <li>
            Một cookie kỹ thuật giữ mã xác nhận, hết hiệu lực sau 10 phút; khi bỏ phiếu bằng mã phiếu thì sau 2 giờ.
            Cookie này không cho biết bạn là ai.
          </li>
          <li>
            Sau khi bỏ phiếu, một cookie ghi rằng trình duyệt này đã bỏ phiếu, kèm mã biên nhận. Cookie không ghi ý bạn
            chọn. Bạn xóa được, và khi đó có thể bỏ phiếu lần nữa: vì thế kết quả chỉ để tham khảo.
          </li>
          <li>
            Để chặn gửi hàng loạt, máy chủ đếm số lần gửi bằng một dấu băm của mạng; khóa băm đổi mỗi ngày, khóa cũ bị
            xóa, không suy ngược ra địa chỉ và không nằm cùng phiếu.
          </li>
          <li>
            Khi có quá nhiều phiếu gửi dồn trong một phút, trang giao cho trình duyệt một phép tính nhỏ, ghi trong một
            cookie mười phút. Cookie ấy giống nhau với mọi người, chỉ khác con số phải tìm; không có JavaScript thì vẫn
            bỏ phiếu được, chỉ là mỗi mạng gửi được ít phiếu hơn trong lúc đó.
          </li>
          <li>
            Khi cuộc thăm dò còn mở, mã biên nhận chỉ cho thấy phiếu đã được đếm. Khi đã đóng, bảng kiểm phiếu công bố
            mọi mã biên nhận kèm ý đã chọn, xếp không theo thứ tự bỏ phiếu; tệp tải về còn ghi phiếu được niêm phong lần
            đầu vào giờ nào (trừ thăm dò theo chi bộ). Ai biết mã của bạn thì biết bạn chọn gì, nên hãy giữ mã cho riêng
            mình.
          </li>
          <li>
            Ý kiến thêm được giữ tách khỏi phiếu, chỉ ghi ngày, và chỉ hiện ra sau khi được duyệt. Ý kiến không cho hiện
            vẫn được giữ nguyên văn; lý do ghi trong nhật ký của cuộc thăm dò.
          </li>
          <li>
            Phiếu đáng ngờ có thể được để riêng theo một quyết định công khai có lý do; phiếu ấy vẫn nằm trên bảng kiểm
            phiếu, không bị xóa.
          </li>
        </ul>
        <h2>Khi bạn bỏ phiếu bằng mã phiếu của chi bộ</h2>
        <ul>
          <li>
            Mã chỉ hiện một lần, lúc in phiếu. Quét hình trên phiếu thì mã nằm sau dấu # của địa chỉ, phần mà trình
            duyệt không gửi đi: mã không nằm trong nhật ký máy chủ.
          </li>
          <li>
            Mã in trên phiếu được lưu dưới dạng dấu băm có khóa, cùng tên chi bộ, số phiếu và việc mã đã dùng hay chưa.
            Ai biết phiếu số mấy giao cho ai thì biết người đó đã bỏ phiếu, không biết người đó chọn gì.
          </li>
          <li>
            Lá phiếu nằm ở chỗ khác: chỉ ghi chi bộ, ý đã chọn, ngày và mã biên nhận; không ghi mã phiếu, không ghi giờ.
          </li>
          <li>
            Kết quả của từng chi bộ chỉ công bố khi đóng và khi có từ 5 phiếu trở lên, sao cho không ai lấy tổng trừ đi
            mà biết được phiếu của một chi bộ ít người. Cả cuộc thăm dò có dưới 5 phiếu thì không công bố kết quả.
          </li>
        </ul>
        <h2>Kết quả nói lên điều gì</h2>
        <p>
          Mỗi lần gửi được chấp nhận chỉ đếm một lần. Trang không có danh sách cử tri, nên kết quả là ý kiến của những
          người đã gửi phiếu, không phải khảo sát đại diện.
        </p>
        <h2>Tài khoản của Ban Biên tập</h2>
        <p>
          Người biên tập có tài khoản với họ tên, thư điện tử và mật khẩu đã băm. Việc đăng, sửa, gỡ bài được ghi vào
          nhật ký để kiểm tra khi cần.
        </p>
      </TextPage>
    </Frame>
  );
}
