import { register } from "prom-client";
import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { db } from "#lib/db.ts";
import { describeNext } from "#lib/server/next/metrics.ts";

const overdue = async () => /^articles_overdue (?<count>\S+)$/m.exec(await register.metrics())?.groups?.["count"];

test("whoever watches the site is told how many articles are behind their hour", async () => {
  describeNext();
  const { id: categoryId } = await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } });
  const robot = system("test");
  for (const title of ["Quên gỡ", "Đúng giờ"]) {
    const { id } = await createArticle(robot, { title, summary: "Tóm tắt.", bodyHtml: "<p>Chữ</p>", categoryId });
    await publishArticle(robot, { articleId: id });
    const minutes = title === "Quên gỡ" ? -2 : 60;
    await db.article.update({ where: { id }, data: { unpublishAt: new Date(Date.now() + minutes * 60_000) } });
  }
  expect(await overdue()).toBe("1");
  await db.article.updateMany({ data: { unpublishAt: null } });
  expect(await overdue()).toBe("0");
});
