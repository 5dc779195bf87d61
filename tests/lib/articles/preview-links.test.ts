import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#lib/actor.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { createPreviewLink, readPreviewLink, revokePreviewLinks } from "#lib/articles/preview-links.ts";
import { previewByLink } from "#lib/articles/previews.ts";
import { archiveArticle } from "#lib/articles/review.ts";
import { db } from "#lib/db.ts";

let editor: UserActor;
let stranger: UserActor;
let content: { title: string; bodyHtml: string; categoryId: number };

const person = async (name: string, role: UserActor["role"]): Promise<UserActor> => {
  const { id } = await db.user.create({ data: { email: `${name}@p.vn`, name, role, passwordHash: "-" } });
  return { kind: "user", id, name, role };
};

beforeAll(async () => {
  const { id: categoryId } = await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } });
  content = { title: "Bản nháp kín", bodyHtml: "<p>Một</p>", categoryId };
  [editor, stranger] = [await person("an", "editor"), await person("la", "contributor")];
});

async function linked() {
  const { id: articleId } = await createArticle(editor, content);
  const { path } = await createPreviewLink(editor, { articleId });
  return { articleId, token: path.split("/").at(-1) ?? "" };
}

test("a link opens the newest revision, and the database keeps only its digest", async () => {
  const { articleId, token } = await linked();
  await saveRevision(editor, { ...content, articleId, version: 0, bodyHtml: "<p>Hai</p>" });

  expect(await readPreviewLink(token)).toBe(articleId);
  expect(await previewByLink(articleId)).toMatchObject({ title: "Bản nháp kín", body: "<p>Hai</p>" });
  const [row] = await db.previewLink.findMany({ where: { articleId } });
  expect(JSON.stringify(row)).not.toContain(token);
  expect(token).toHaveLength(32);
});

test("it ends after seven days", async () => {
  const { articleId, token } = await linked();
  const { expiresAt } = await db.previewLink.findFirstOrThrow({ where: { articleId } });
  expect(Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(7 * 24);

  await db.previewLink.updateMany({ where: { articleId }, data: { expiresAt: new Date() } });
  expect(await readPreviewLink(token)).toBeNull();
});

test("it ends when it is revoked, once", async () => {
  const { articleId, token } = await linked();

  await revokePreviewLinks(editor, { articleId });

  expect(await readPreviewLink(token)).toBeNull();
  await expect(revokePreviewLinks(editor, { articleId })).rejects.toMatchObject({ code: "conflict" });
});

test("it ends when its article is put away", async () => {
  const { articleId, token } = await linked();
  await archiveArticle(editor, { articleId });
  expect(await readPreviewLink(token)).toBeNull();
});

test("nobody makes a link to a draft that is not theirs to edit; what is no token opens nothing", async () => {
  const { articleId } = await linked();
  await expect(createPreviewLink(stranger, { articleId })).rejects.toMatchObject({ code: "forbidden" });
  for (const token of ["", "x", "a".repeat(32), "../../etc"]) expect(await readPreviewLink(token)).toBeNull();
});
