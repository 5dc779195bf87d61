import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#lib/actor.ts";
import { countOpenComments, listComments, resolveComment, writeComment } from "#lib/articles/comments.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { db } from "#lib/db.ts";

let editor: UserActor;
let contributor: UserActor;
let other: UserActor;
let categoryId = 0;

const person = async (name: string, role: UserActor["role"]): Promise<UserActor> => {
  const { id } = await db.user.create({ data: { email: `${name}@p.vn`, name, role, passwordHash: "-" } });
  return { kind: "user", id, name, role };
};

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  [editor, contributor, other] = [
    await person("an", "editor"),
    await person("cuc", "contributor"),
    await person("dung", "contributor"),
  ];
});

const begin = async (actor: UserActor) => (await createArticle(actor, { title: "Họp", bodyHtml: "", categoryId })).id;

test("what is said stands with its author and time, oldest first, and is counted until it is done", async () => {
  const articleId = await begin(contributor);
  const { id } = await writeComment(editor, { articleId, comment: "Thiếu số đảng viên dự họp." });
  await writeComment(contributor, { articleId, comment: "Đã thêm ạ." });
  expect(await countOpenComments([articleId])).toEqual(new Map([[articleId, 2]]));

  await Promise.all([1, 2, 3].map(() => resolveComment(contributor, { commentId: id })));

  expect(await listComments(editor, articleId)).toMatchObject([
    { text: "Thiếu số đảng viên dự họp.", author: "an", resolved: { by: "cuc" } },
    { text: "Đã thêm ạ.", author: "cuc", resolved: null },
  ]);
  expect(await countOpenComments([articleId])).toEqual(new Map([[articleId, 1]]));
  const subject = `article:${articleId}`;
  const events = await db.auditEvent.findMany({ where: { subject, action: { contains: "comment" } } });
  expect(events.map(({ action }) => action).sort()).toEqual([
    "article.comment",
    "article.comment",
    "article.resolve-comment",
  ]);
});

test("who may not see a draft neither reads, writes nor settles what is said about it", async () => {
  const articleId = await begin(contributor);
  const { id } = await writeComment(editor, { articleId, comment: "Sửa câu đầu." });

  expect(await listComments(other, articleId)).toEqual([]);
  await expect(writeComment(other, { articleId, comment: "Cho xem với." })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(resolveComment(other, { commentId: id })).rejects.toMatchObject({ code: "forbidden" });
  await expect(resolveComment(editor, { commentId: 999_999 })).rejects.toMatchObject({ code: "not-found" });
});

test("nothing is taken back or changed, not even by the program", async () => {
  const articleId = await begin(editor);
  await writeComment(editor, { articleId, comment: "Giữ lại." });
  await expect(db.draftComment.updateMany({ data: { text: "Khác" } })).rejects.toThrow(/permission denied/);
  await expect(db.draftComment.deleteMany({})).rejects.toThrow(/permission denied/);
  await expect(db.draftCommentResolution.deleteMany({})).rejects.toThrow(/permission denied/);
});

test("an empty or endless comment is refused at its field", async () => {
  const articleId = await begin(editor);
  for (const comment of ["", "  ", "a".repeat(2001)])
    await expect(writeComment(editor, { articleId, comment })).rejects.toThrow(/Hãy viết góp ý|Dài quá/);
});
