import { type Actor, userIdOf } from "#lib/actor.ts";
import type { Transaction } from "#lib/db.ts";
import { siteUrl } from "#lib/env.ts";
import { isMailSetUp, queueMail } from "#lib/mail/outbox.ts";
import type { MilestoneKind } from "#prisma/client/enums.ts";

type Article = { id: number; beganBy: number | null; head: { title: string; authorId: number | null } };

type Notice = { subject: string; said: (who: string) => string; toDo: string; to: "publishers" | "authors" };

/** Of all steps, those that somebody else waits for. */
const NOTICES: Partial<Record<MilestoneKind, Notice>> = {
  submitted: {
    subject: "Chờ duyệt",
    said: (who) => `${who} gửi duyệt bài`,
    toDo: "Mở bài để đọc và duyệt",
    to: "publishers",
  },
  returned: {
    subject: "Bị trả lại",
    said: (who) => `${who} trả lại bài của đồng chí`,
    toDo: "Mở bài để sửa rồi gửi duyệt lại",
    to: "authors",
  },
  published: {
    subject: "Đã đăng",
    said: (who) => `${who} đã đăng bài của đồng chí`,
    toDo: "Xem bài trong khu vực biên tập",
    to: "authors",
  },
};

/** Writes to those who wait for this step and want mail: whoever took it knows already. */
export async function announceStep(
  tx: Pick<Transaction, "user" | "outboxMail">,
  actor: Actor,
  article: Article,
  kind: MilestoneKind,
  note?: string | null,
) {
  const notice = NOTICES[kind];
  if (!notice || !isMailSetUp()) return;
  const self = userIdOf(actor) ?? 0;
  const authors = [article.beganBy, article.head.authorId].filter((id) => id !== null);
  const people = await tx.user.findMany({
    where: {
      ...{ mailWanted: true, disabledAt: null },
      ...(notice.to === "publishers"
        ? { role: { in: ["publisher", "administrator"] }, id: { not: self } }
        : { id: { in: authors, not: self } }),
    },
    select: { email: true },
  });
  const { title } = article.head;
  const text = textOf(notice, actor.kind === "user" ? `Đồng chí ${actor.name}` : "Chương trình", article, note);
  await queueMail(
    tx,
    people.map(({ email }) => ({ to: email, subject: `${notice.subject}: ${title}`, text })),
  );
}

const textOf = ({ said, toDo }: Notice, who: string, { id, head }: Article, note: string | null | undefined) =>
  [
    `${said(who)}:`,
    `“${head.title}”`,
    ...(note ? [`Lời nhắn: ${note}`] : []),
    `${toDo}:\n${siteUrl()}/quan-tri/bai-viet/${id}`,
    `-- \nThư do trang Chuyên mục Đảng gửi vì đồng chí đã bật báo tin qua thư.\nTắt ở: ${siteUrl()}/quan-tri/tai-khoan`,
  ].join("\n\n");
