import { expect, test } from "vitest";
import { moveOn, readMovable } from "#lib/articles/moving.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { db } from "#lib/db.ts";
import { clerk } from "#tests/support/polls.ts";

async function draft() {
  const category = await db.category.create({ data: { slug: `tin-${Math.random()}`, name: "Tin", position: 1 } });
  return createArticle(
    { kind: "system", job: "test" },
    { title: "Bài", bodyHtml: "<p>a</p>", categoryId: category.id },
  );
}

test("who may not, who saw an older version, and what the table does not know are told apart", async () => {
  const { id: articleId } = await draft();

  await expect(readMovable({ ...clerk, role: "contributor" }, "publish", { articleId })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(readMovable(clerk, "publish", { articleId, version: 7 })).rejects.toThrow(/từ nơi khác/);
  await expect(readMovable(clerk, "takeDown", { articleId })).rejects.toMatchObject({ code: "conflict" });
  await expect(readMovable(clerk, "publish", { articleId: 999_999 })).rejects.toMatchObject({ code: "not-found" });
});

test("of two who move from the same version one has lost", async () => {
  const { id: articleId } = await draft();
  const seen = await readMovable(clerk, "publish", { articleId });

  const moves = await Promise.allSettled([1, 2].map(() => db.$transaction((tx) => moveOn(tx, "submit", seen))));
  expect(moves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
