import { Job, JobGroup } from "#components/admin/job.tsx";
import { lateSentences, taskFacts } from "#components/admin/task-facts.ts";
import type { ListState } from "#lib/articles/list-schema.ts";
import type { TaskGroup } from "#lib/articles/tasks.ts";

type Task = TaskGroup["tasks"][number];
type Kind = TaskGroup["kind"];

const HEADINGS: Record<Kind, string> = {
  overdue: "Quá giờ hẹn",
  returned: "Bị trả lại",
  toApprove: "Chờ bạn duyệt",
  awaiting: "Chờ người khác duyệt",
  scheduled: "Hẹn giờ đăng",
  drafts: "Bản nháp của bạn",
  stale: "Cần rà soát",
};

/** The list that shows all of a group. */
const listOf = (kind: Kind): ListState => (kind === "drafts" ? "draft" : kind);

const ACTIONS: Record<Kind, string> = {
  overdue: "Đăng ngay",
  returned: "Sửa tiếp",
  toApprove: "Xem và duyệt",
  awaiting: "Xem bài",
  scheduled: "Đổi giờ",
  drafts: "Viết tiếp",
  stale: "Rà soát",
};

type Props = { group: TaskGroup; canPublish: boolean };

/** Articles that wait for whoever is signed in, each with the one thing to do about it. */
export const Tasks = ({ group: { kind, count, tasks }, canPublish }: Props) => (
  <JobGroup
    id={kind}
    heading={HEADINGS[kind]}
    count={count}
    {...(count > tasks.length && { all: `/quan-tri/bai-viet?trang-thai=${listOf(kind)}` })}
  >
    <TaskJobs kind={kind} tasks={tasks} canPublish={canPublish} />
  </JobGroup>
);

export const TaskJobs = ({ kind, tasks, canPublish }: Pick<TaskGroup, "kind" | "tasks"> & { canPublish: boolean }) =>
  tasks.map((task) => (
    <Job
      key={task.id}
      href={`/quan-tri/bai-viet/${task.id}`}
      title={task.title}
      action={actionOf(kind, task, canPublish)}
      facts={taskFacts(kind, task)}
      late={lateSentences(kind, task)}
      {...(kind === "returned" && task.step?.note && { quote: task.step.note })}
    />
  ));

function actionOf(kind: Kind, { isOverdue }: Task, canPublish: boolean) {
  const isHour = kind === "overdue" || kind === "scheduled";
  if (isHour && !canPublish) return "Xem bài";
  return kind === "overdue" && !isOverdue ? "Gỡ bài" : ACTIONS[kind];
}
