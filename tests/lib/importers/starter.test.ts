import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { parseLegacyText } from "#lib/importers/legacy-text.ts";
import { loadStarterContent } from "#lib/importers/starter.ts";

const SEED = "prisma/starter/dien-dan-sinh-hoat-chi-bo.txt";
const SLUG = "chi-bo-1-phuong-dong-thanh-to-chuc-dien-dan-sinh-hoat-chi-bo";
const seedArticle = () => db.article.findUniqueOrThrow({ where: { slug: SLUG }, include: { liveRevision: true } });

test("a start that was cut off goes on where it stopped", async () => {
  await db.category.create({ data: { slug: "hoat-dong-chi-bo", name: "Hoạt động chi bộ", position: 1 } });
  await loadStarterContent();
  await db.site.deleteMany();
  await db.article.updateMany({ data: { liveRevisionId: null } });

  expect(await loadStarterContent()).toBe(true);

  expect(await db.category.count()).toBe(4);
  expect(await db.pollOption.findMany({ orderBy: { position: "asc" }, select: { label: true } })).toEqual(
    ["Rất tốt", "Tốt", "Bình thường", "Chưa tốt"].map((label) => ({ label })),
  );
  expect(await db.revision.count()).toBe(1);
  const { liveRevision, publishedAt } = await seedArticle();
  expect(liveRevision?.bodyHtml).toBe(parseLegacyText(readFileSync(SEED, "utf8")).bodyHtml.replaceAll("\n", ""));
  expect(publishedAt?.toISOString()).toBe("2017-07-18T17:00:00.000Z");
});

test("a site that has its row is left alone, whatever its people took away since", async () => {
  await db.article.updateMany({ data: { liveRevisionId: null } });

  expect(await loadStarterContent()).toBe(false);

  expect((await seedArticle()).liveRevision).toBeNull();
});
