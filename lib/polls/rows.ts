import type { Transaction } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { isSlug } from "#lib/slug.ts";

type Settings = {
  results: "always" | "after_vote" | "after_close";
  commentsAllowed: boolean;
  closesAt: Date | null;
  placement: "everywhere" | "chosen";
  categoryIds: number[];
  articles: string[];
};
type Asked = {
  question: string;
  slug: string;
  kind: "open" | "cells";
  options: string[];
  maxChoices: number;
  opensAt: Date;
};

export const slugTaken = () =>
  new AppError("conflict", "Đường dẫn này đã có cuộc thăm dò khác dùng. Hãy ghi đường dẫn khác.", "slug");

/** The columns of what can be changed until the end. */
export async function settingsRow(tx: Transaction, { articles, ...settings }: Settings) {
  const isChosen = settings.placement === "chosen";
  return {
    results: settings.results,
    commentsAllowed: settings.commentsAllowed,
    closesAt: settings.closesAt,
    placement: settings.placement,
    categoryIds: isChosen ? settings.categoryIds : [],
    articleIds: isChosen ? await articleIdsOf(tx, articles) : [],
  };
}

/** The columns of what the first ballot freezes, without the options. */
export const askedRow = ({ question, slug, kind, maxChoices, opensAt }: Asked) => ({
  question,
  slug,
  kind,
  maxChoices,
  opensAt,
});

export async function insertPoll(tx: Transaction, poll: Asked & Settings, predecessorId: number | null = null) {
  const options = { create: poll.options.map((label, index) => ({ label, position: index + 1 })) };
  const data = { ...askedRow(poll), ...(await settingsRow(tx, poll)), predecessorId, options };
  return tx.poll.create({ data, select: { id: true, slug: true } });
}

async function articleIdsOf(tx: Transaction, slugs: string[]) {
  const articles = await tx.article.findMany({
    where: { slug: { in: slugs.filter(isSlug) } },
    select: { id: true, slug: true },
  });
  const missing = slugs.find((slug) => !articles.some((article) => article.slug === slug));
  if (missing === undefined) return articles.map(({ id }) => id);
  throw new AppError("invalid", `Không có bài “${missing}”. Hãy chép địa chỉ từ trang của bài.`, "articles");
}

/**
 * Sets a poll's options in this order. An option that keeps its words keeps its number, so that a form somebody has open
 * means what it says; a changed one is another option, and with another question all are.
 */
export async function replaceOptions(tx: Transaction, poll: { id: number; question: string }, asked: Asked) {
  const isSame = poll.question === asked.question;
  await tx.pollOption.deleteMany({
    where: { pollId: poll.id, ...(isSame && { label: { notIn: asked.options } }) },
  });
  await tx.pollOption.updateMany({ where: { pollId: poll.id }, data: { position: { increment: 1000 } } });
  for (const [index, label] of asked.options.entries()) {
    const position = index + 1;
    const { count } = await tx.pollOption.updateMany({ where: { pollId: poll.id, label }, data: { position } });
    if (count === 0) await tx.pollOption.create({ data: { pollId: poll.id, label, position } });
  }
}
