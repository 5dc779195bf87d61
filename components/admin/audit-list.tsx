import { showMoment } from "#lib/time.ts";

const ACTIONS: Record<string, string> = {
  "article.create": "Viết bài mới",
  "article.save": "Lưu bản mới",
  "article.publish": "Đăng bài",
  "article.take-down": "Gỡ bài",
  "auth.sign-in": "Đăng nhập",
  "auth.refused": "Đăng nhập không được",
  "site.set-up": "Thiết lập trang",
  "user.create": "Tạo tài khoản",
  "user.set-role": "Đổi vai trò",
  "user.disable": "Khóa tài khoản",
  "user.enable": "Mở khóa tài khoản",
  "user.change-password": "Đổi mật khẩu",
  "user.end-sessions": "Đăng xuất ở máy khác",
};
const SUBJECTS: Record<string, string> = { article: "bài số", user: "tài khoản số", poll: "thăm dò số" };

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
