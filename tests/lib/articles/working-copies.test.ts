import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#lib/actor.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { previewWorkingCopy } from "#lib/articles/previews.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import {
  dropWorkingCopy,
  keepWorkingCopy,
  listOthersWriting,
  listWorkingCopies,
} from "#lib/articles/working-copies.ts";
import { db } from "#lib/db.ts";

let an: UserActor;
let binh: UserActor;
let contributor: UserActor;
let categoryId = 0;

const person = async (name: string, role: UserActor["role"]): Promise<UserActor> => {
  const { id } = await db.user.create({ data: { email: `${role}@p.vn`, name, role, passwordHash: "-" } });
  return { kind: "user", id, name, role };
};

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  [an, binh, contributor] = [
    await person("An", "editor"),
    await person("Bình", "publisher"),
    await person("Cúc", "contributor"),
  ];
});

const content = (title: string) => ({ title, summary: "Tóm tắt.", bodyHtml: "<p>Một</p>", categoryId });
const fields = (bodyHtml: string) => ({
  title: "Họp",
  summary: "",
  bodyHtml,
  categoryId: "",
  cellId: "",
  dateline: "",
  slug: "",
});

async function opened(actor = an) {
  const article = await createArticle(actor, content("Họp"));
  const { headRevisionId } = await db.article.findUniqueOrThrow({ where: { id: article.id } });
  return { articleId: article.id, base: headRevisionId, sitting: randomUUID() as string };
}
const sent = (page: object, sequence: number, bodyHtml: string) => ({
  v: 1,
  sequence,
  fields: fields(bodyHtml),
  ...page,
});

test("the saves of one sitting fold into one row, and no revision is made", async () => {
  const page = await opened();

  for (const sequence of [1, 2, 3]) await keepWorkingCopy(an, sent(page, sequence, `<p>${sequence}</p>`));

  const copies = await listWorkingCopies(an, page.articleId);
  expect(copies).toMatchObject([{ sitting: page.sitting, base: page.base, fields: { bodyHtml: "<p>3</p>" } }]);
  expect(await db.revision.count({ where: { articleId: page.articleId } })).toBe(1);
});

test("a late save does not overwrite a later one", async () => {
  const page = await opened();
  await keepWorkingCopy(an, sent(page, 2, "<p>sau</p>"));

  await expect(keepWorkingCopy(an, sent(page, 1, "<p>trước</p>"))).rejects.toMatchObject({ code: "conflict" });

  expect((await listWorkingCopies(an, page.articleId))[0]?.fields.bodyHtml).toBe("<p>sau</p>");
});

test("a save on top of an older revision is refused with the newer one, and nothing is lost", async () => {
  const page = await opened();
  await keepWorkingCopy(an, sent(page, 1, "<p>của An</p>"));
  await saveRevision(binh, { ...content("Họp mới"), articleId: page.articleId, version: 0 });

  const answer = await keepWorkingCopy(an, sent(page, 2, "<p>của An, thêm</p>"));

  expect(answer).toMatchObject({ conflict: { number: 2, author: "Bình", version: 1, fields: { title: "Họp mới" } } });
  expect((await listWorkingCopies(an, page.articleId))[0]?.fields.bodyHtml).toBe("<p>của An</p>");
});

test("who was second is told whether it was themselves, in another tab", async () => {
  const page = await opened();
  await saveRevision(an, { ...content("Họp mới"), articleId: page.articleId, version: 0 });

  expect(await keepWorkingCopy(an, sent(page, 1, "<p>a</p>"))).toMatchObject({ conflict: { isOwn: true } });
  expect(await keepWorkingCopy(binh, sent({ ...page, sitting: randomUUID() }, 1, "<p>a</p>"))).toMatchObject({
    conflict: { isOwn: false, author: "An" },
  });
});

test("publishing alone is no conflict: the answer tells the version that the next save builds on", async () => {
  const page = await opened();
  await db.article.update({ where: { id: page.articleId }, data: { version: 7 } });

  expect(await keepWorkingCopy(an, sent(page, 1, "<p>a</p>"))).toMatchObject({ version: 7 });
});

test("who is writing is seen by the others for two minutes", async () => {
  const page = await opened();
  await keepWorkingCopy(an, sent(page, 1, "<p>a</p>"));
  expect([await listOthersWriting(binh, page.articleId), await listOthersWriting(an, page.articleId)]).toEqual([
    ["An"],
    [],
  ]);

  await db.workingCopy.updateMany({ data: { savedAt: new Date(Date.now() - 121_000) } });
  expect(await listOthersWriting(binh, page.articleId)).toEqual([]);
});

test("a copy that says what its revision says is kept for the preview, but never offered and no sign of writing", async () => {
  const page = await opened();
  const said = { ...fields("<p>Một</p>"), summary: "Tóm tắt.", categoryId: String(categoryId), slug: "" };
  const { slug } = await db.article.findUniqueOrThrow({ where: { id: page.articleId } });
  const keep = (sequence: number, words: object) =>
    keepWorkingCopy(an, { v: 1, ...page, sequence, fields: { ...said, slug, ...words } });

  await keep(1, {});
  expect(await listWorkingCopies(an, page.articleId)).toEqual([]);
  expect(await listOthersWriting(binh, page.articleId)).toEqual([]);
  expect(await previewWorkingCopy(an, page.sitting)).toMatchObject({ title: "Họp" });

  await keep(2, { title: "Họp thêm" });
  expect(await listWorkingCopies(an, page.articleId)).toMatchObject([{ sequence: 2, fields: { title: "Họp thêm" } }]);
  await keep(3, {}); // typed and taken back
  expect(await listWorkingCopies(an, page.articleId)).toEqual([]);

  const blank = { articleId: null, base: null, sitting: randomUUID() as string };
  await keepWorkingCopy(binh, { ...sent(blank, 1, "<p></p>"), fields: { ...fields("<p></p>"), title: " " } });
  expect(await listWorkingCopies(binh, null)).toEqual([]);
});

test("whose article was published meanwhile reads where to say what should be mended", async () => {
  const article = await createArticle(contributor, content("Họp chi bộ"));
  const { headRevisionId: base } = await db.article.findUniqueOrThrow({ where: { id: article.id } });
  await publishArticle(binh, { articleId: article.id, override: "Đã xem lại rồi." });

  const late = sent({ articleId: article.id, base, sitting: randomUUID() }, 1, "<p>a</p>");
  await expect(keepWorkingCopy(contributor, late)).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("Góp ý của bạn"),
  });
});

test("nobody reads, overwrites or drops another's copy, and contributors reach their own articles only", async () => {
  const page = await opened();
  await keepWorkingCopy(an, sent(page, 1, "<p>a</p>"));

  expect(await listWorkingCopies(binh, page.articleId)).toEqual([]);
  await expect(keepWorkingCopy(binh, sent(page, 9, "<p>b</p>"))).rejects.toMatchObject({ code: "conflict" });
  await dropWorkingCopy(binh, { sitting: page.sitting });
  expect(await listWorkingCopies(an, page.articleId)).toHaveLength(1);
  await expect(keepWorkingCopy(contributor, sent({ ...page, sitting: randomUUID() }, 1, ""))).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a new article is kept before it has a title, sanitised, and given up on demand", async () => {
  const page = { articleId: null, base: null, sitting: randomUUID() as string };
  await keepWorkingCopy(contributor, sent(page, 1, "<p onclick=x>a<script>1</script></p>"));
  expect(await listWorkingCopies(contributor, null)).toMatchObject([{ fields: { bodyHtml: "<p>a</p>" } }]);

  await dropWorkingCopy(contributor, { sitting: page.sitting });
  expect(await listWorkingCopies(contributor, null)).toEqual([]);
});

test("what is no save of this page's is refused in a sentence", async () => {
  const page = await opened();
  for (const wrong of [{ v: 2 }, { sitting: "1" }, { articleId: "1" }, { sequence: -1 }, { fields: [] }])
    await expect(keepWorkingCopy(an, { ...sent(page, 1, ""), ...wrong })).rejects.toThrow(/tải lại trang/);
});
