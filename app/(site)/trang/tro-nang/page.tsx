import { TextPage } from "#components/site/text-page.tsx";
import { describePage } from "#lib/site/metadata.ts";
import { getSite } from "#lib/site/queries.ts";
import { Frame } from "../../frame.tsx";

const PATH = "/trang/tro-nang";
const TITLE = "Trợ năng cho người khuyết tật";

export const generateMetadata = () =>
  describePage({
    title: TITLE,
    description: "Cách đọc, nghe và bỏ phiếu trên trang này khi mắt hoặc tay yếu.",
    path: PATH,
  });

export default async function AccessibilityPage() {
  const site = await getSite();
  return (
    <Frame trail={[{ name: TITLE, path: PATH }]}>
      <TextPage title={TITLE}>
        <p>Trang này được làm để ai cũng đọc được, trên điện thoại cũ, khi mạng chậm, khi mắt hoặc tay yếu.</p>
        <h2>Đọc dễ hơn</h2>
        <ul>
          <li>Đầu mỗi bài có mục “Cỡ chữ” với ba cỡ. Cỡ đã chọn được nhớ trên máy của bạn.</li>
          <li>Nếu máy có giọng đọc tiếng Việt, nút “Nghe đọc” sẽ hiện ra và đọc bài thành tiếng.</li>
          <li>Nút “In bài” in riêng bài viết trên giấy A4.</li>
          <li>Màu trang đổi theo cài đặt sáng, tối và tương phản của máy. Trang không có gì nhấp nháy hay tự chạy.</li>
        </ul>
        <h2>Dùng bàn phím và trình đọc màn hình</h2>
        <ul>
          <li>Phím Tab đầu tiên đưa tới liên kết “Tới nội dung chính”.</li>
          <li>Mọi nút và liên kết đều dùng được bằng bàn phím; chỗ đang chọn có viền vàng.</li>
          <li>Mọi phần của trang dùng được cả khi trình duyệt tắt JavaScript, kể cả bỏ phiếu.</li>
        </ul>
        <h2>Bỏ phiếu thăm dò</h2>
        <p>
          Mã xác nhận có hai cách nhận: nhìn hình hoặc chọn “Nghe mã” để nghe đọc từng ký tự. Chọn “Mã khác” để đổi mã
          mà không mất ý đã chọn.
        </p>
        <h2>Khi gặp khó</h2>
        <p>
          Trang được làm theo Hướng dẫn về khả năng tiếp cận nội dung web (WCAG) 2.2, mức AA. Chỗ nào chưa dùng được,
          xin báo cho {site.committee}
          <Contact phone={site.phone} email={site.email} />.
        </p>
      </TextPage>
    </Frame>
  );
}

function Contact({ phone, email }: { phone: string | null; email: string | null }) {
  const ways = [phone && `điện thoại ${phone}`, email && `thư điện tử ${email}`].filter(Boolean);
  return ways.length > 0 && <> qua {ways.join(" hoặc ")}</>;
}
