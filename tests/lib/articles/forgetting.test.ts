import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { forgetOldDrafts } from "#lib/articles/forgetting.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { createPreviewLink } from "#lib/articles/preview-links.ts";
import { db } from "#lib/db.ts";
import { clerk } from "#tests/support/polls.ts";

const DAY = 24 * 3600_000;
const counts = () => Promise.all([db.workingCopy.count(), db.previewLink.count()]);

test("typed text is kept for ninety days, a link for thirty after its end", async () => {
  const { id } = await db.user.create({ data: { email: "a@f.vn", name: "An", role: "editor", passwordHash: "-" } });
  const editor = { ...clerk, id };
  const category = await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } });
  const article = await createArticle(editor, { title: "Bài", bodyHtml: "<p>a</p>", categoryId: category.id });
  await createPreviewLink(editor, { articleId: article.id });
  await db.workingCopy.create({ data: { sittingId: randomUUID(), userId: id, sequence: 1, fields: {} } });

  await forgetOldDrafts(Date.now() + 36 * DAY);
  expect(await counts()).toEqual([1, 1]);
  await forgetOldDrafts(Date.now() + 38 * DAY);
  expect(await counts()).toEqual([1, 0]);
  await forgetOldDrafts(Date.now() + 91 * DAY);
  expect(await counts()).toEqual([0, 0]);
});
