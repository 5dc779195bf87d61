import { showMoment } from "#lib/time.ts";

/** By the names that lib/ gives to what it records. */
export const ACTIONS: Record<string, string> = {
  "article.create": "Viết bài mới",
  "article.save": "Lưu bản mới",
  "article.submit": "Gửi duyệt",
  "article.return": "Trả lại bài",
  "article.schedule": "Hẹn giờ đăng",
  "article.unschedule": "Bỏ hẹn giờ đăng",
  "article.set-end": "Hẹn giờ gỡ",
  "article.publish": "Đăng bài",
  "article.approve": "Duyệt bài",
  "article.restore": "Lấy lại bản cũ",
  "article.comment": "Góp ý bài",
  "article.resolve-comment": "Đánh dấu góp ý đã xong",
  "article.take-down": "Gỡ bài",
  "article.archive": "Đưa bài vào lưu trữ",
  "article.unarchive": "Đưa bài ra khỏi lưu trữ",
  "article.preview-link": "Tạo đường dẫn xem thử",
  "article.preview-revoke": "Hủy đường dẫn xem thử",
  "auth.sign-in": "Đăng nhập",
  "auth.refused": "Đăng nhập không được",
  "media.store": "Đưa tệp lên",
  "media.replace": "Thay tệp",
  "media.describe": "Sửa thông tin của tệp",
  "media.delete": "Xóa tệp",
  "poll.create": "Lập cuộc thăm dò",
  "poll.edit": "Sửa cuộc thăm dò",
  "poll.schedule": "Đổi giờ đóng, cách công bố hoặc nơi đặt thăm dò",
  "poll.open": "Mở cuộc thăm dò",
  "poll.close": "Đóng cuộc thăm dò",
  "poll.succeed": "Đóng và thay cuộc thăm dò",
  "poll.correct": "Lập cuộc thăm dò thay thế",
  "poll.issue-codes": "Phát phiếu thăm dò",
  "poll.void-code": "Hủy và phát lại phiếu thăm dò",
  "poll.set-aside": "Để riêng phiếu thăm dò",
  "poll.moderate-comment": "Duyệt ý kiến thêm",
  "site.set-up": "Thiết lập trang",
  "user.create": "Tạo tài khoản",
  "user.set-role": "Đổi vai trò",
  "user.disable": "Khóa tài khoản",
  "user.enable": "Mở khóa tài khoản",
  "user.change-password": "Đổi mật khẩu",
  "user.set-password": "Đặt mật khẩu mới cho người khác",
  "user.second-factor-on": "Bật xác nhận hai bước",
  "user.second-factor-off": "Tắt xác nhận hai bước",
  "user.recovery-codes": "Tạo mã dự phòng mới",
  "user.set-mail": "Bật hoặc tắt báo tin qua thư",
  "user.end-sessions": "Đăng xuất ở máy khác",
};
const SUBJECTS: Record<string, string> = { article: "bài số", user: "tài khoản số", poll: "thăm dò số", media: "tệp" };

type Event = { id: string; at: Date; actor: string; action: string; subject: string | null; detail: unknown };

export const AuditList = ({ events }: { events: Event[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
  <section className="scroll" tabIndex={0} aria-label="Nhật ký">
    <table>
      <caption className="vh">Nhật ký</caption>
      <thead>
        <tr>
          <th scope="col">Lúc</th>
          <th scope="col">Ai</th>
          <th scope="col">Việc</th>
          <th scope="col">Chi tiết</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ id, at, actor, action, subject, detail }) => (
          <tr key={id}>
            <td>{showMoment(at)}</td>
            <td>{actorName(actor)}</td>
            <td>{ACTIONS[action] ?? action}</td>
            <td>{[subjectName(subject), ...detailValues(detail)].filter(Boolean).join(" · ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

function actorName(actor: string) {
  if (actor === "visitor") return "Người chưa đăng nhập";
  return actor.startsWith("system: ") ? `Chương trình (${actor.slice(8)})` : actor;
}

function subjectName(subject: string | null) {
  const [kind = "", number] = (subject ?? "").split(":");
  if (number === "unknown") return "không có tài khoản này";
  return number ? `${SUBJECTS[kind] ?? kind} ${number}` : "";
}

const detailValues = (detail: unknown) =>
  detail !== null && typeof detail === "object" ? Object.values(detail).map((value) => String(value)) : [];
