import type { Metadata } from "next";
import { BrokenLinks } from "#components/admin/broken-links.tsx";
import { OwnDrafts } from "#components/admin/own-drafts.tsx";
import { Tasks } from "#components/admin/tasks.tsx";
import { listBrokenLinks } from "#lib/articles/broken-links.ts";
import { canPublishArticles } from "#lib/articles/policy.ts";
import { listTasks } from "#lib/articles/tasks.ts";
import { listUnsaved } from "#lib/articles/working-copies.ts";
import { requireReader } from "#lib/auth/current.ts";
import { showWeekday } from "#lib/time.ts";

export const metadata: Metadata = { title: "Việc của tôi" };

const LAST = ["drafts", "stale"];

export default async function TasksPage() {
  const actor = await requireReader("/quan-tri");
  const [groups, unsaved, broken] = await Promise.all([listTasks(actor), listUnsaved(actor), listBrokenLinks(actor)]);
  const canPublish = canPublishArticles(actor);
  const stale = groups.find(({ kind }) => kind === "stale");

  return (
    <>
      <div className="head">
        <div>
          <h1>Việc của tôi</h1>
          <p className="hint">{showWeekday(new Date())}</p>
        </div>
        <p className="row">
          <a className="btn" href="/quan-tri/bai-viet/moi">
            Viết bài mới
          </a>
          <a className="btn alt" href="/quan-tri/bai-viet/moi">
            Đưa tệp Word lên
          </a>
        </p>
      </div>
      {groups.length + unsaved.length + broken.length === 0 && (
        <p className="note">
          Không có việc nào chờ bạn. Bấm “Viết bài mới” để bắt đầu, hoặc tìm bài cần sửa ở mục{" "}
          <a href="/quan-tri/bai-viet">Bài viết</a>.
        </p>
      )}
      {groups
        .filter(({ kind }) => !LAST.includes(kind))
        .map((group) => (
          <Tasks key={group.kind} group={group} canPublish={canPublish} />
        ))}
      <BrokenLinks links={broken} />
      <OwnDrafts unsaved={unsaved} drafts={groups.find(({ kind }) => kind === "drafts")} userId={actor.id} />
      {stale && <Tasks group={stale} canPublish={canPublish} />}
    </>
  );
}
