import { ArticleList } from "#components/admin/article-list.tsx";
import type { listTasks } from "#lib/articles/tasks.ts";

type Groups = Awaited<ReturnType<typeof listTasks>>;

const HEADINGS: Record<Groups[number]["state"], string> = {
  overdue: "Quá giờ hẹn mà chưa đăng được",
  returned: "Trả lại cho bạn sửa",
  submitted: "Chờ duyệt",
  owed: "Đã đăng, còn chờ người khác duyệt",
  scheduled: "Hẹn giờ đăng",
  stale: "Hơn một năm chưa ai xem lại",
};

/** What waits for whoever is signed in. */
export const Tasks = ({ groups }: { groups: Groups }) => (
  <section aria-labelledby="viec-cua-toi">
    <h2 id="viec-cua-toi">Việc của tôi</h2>
    {groups.length === 0 && (
      <p className="note">Không có việc nào chờ bạn. Bấm “Viết bài mới” để bắt đầu, hoặc tìm bài cần sửa ở dưới.</p>
    )}
    {groups.map(({ state, articles, more }) => (
      <section key={state} aria-labelledby={`viec-${state}`}>
        <h3 id={`viec-${state}`}>{HEADINGS[state]}</h3>
        <ArticleList articles={articles} />
        {more && (
          <p>
            <a href={`/quan-tri?trang-thai=${state}`}>
              Xem tất cả<span className="vh">: {HEADINGS[state]}</span>
            </a>
          </p>
        )}
      </section>
    ))}
  </section>
);
