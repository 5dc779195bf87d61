import { Job, JobGroup } from "#components/admin/job.tsx";
import { TaskJobs } from "#components/admin/tasks.tsx";
import type { TaskGroup } from "#lib/articles/tasks.ts";
import { showMoment } from "#lib/time.ts";

type Text = { sitting: string; articleId: number | null; title: string; category: string | null; savedAt: Date };
type Props = { unsaved: Text[]; drafts: TaskGroup | undefined; userId: number };

/** What one began and readers have never seen: first the text that is in no revision yet. */
export function OwnDrafts({ unsaved, drafts, userId }: Props) {
  const count = unsaved.length + (drafts?.count ?? 0);
  if (count === 0) return null;

  return (
    <JobGroup
      id="drafts"
      heading="Bản nháp của bạn"
      count={count}
      {...(drafts &&
        drafts.count > drafts.tasks.length && { all: `/quan-tri/bai-viet?trang-thai=draft&nguoi-viet=${userId}` })}
    >
      {unsaved.map(({ sitting, articleId, title, category, savedAt }) => (
        <Job
          key={sitting}
          href={articleId ? `/quan-tri/bai-viet/${articleId}` : `/quan-tri/bai-viet/moi?ban=${sitting}`}
          title={title || "(chưa có tên bài)"}
          action="Viết tiếp"
          facts={[
            `Giữ lúc ${showMoment(savedAt)}`,
            category,
            articleId ? "chữ chưa lưu thành bản" : "chưa lưu lần nào",
          ]}
        />
      ))}
      {drafts && <TaskJobs kind="drafts" tasks={drafts.tasks} canPublish={false} />}
    </JobGroup>
  );
}
