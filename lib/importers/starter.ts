import { readFileSync } from "node:fs";
import path from "node:path";
import { system } from "#lib/actor.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { db } from "#lib/db.ts";
import { decodeText } from "#lib/importers/encoding.ts";
import { parseLegacyText } from "#lib/importers/legacy-text.ts";
import starter from "#prisma/starter/starter.json" with { type: "json" };

const FOLDER = path.resolve("prisma/starter");
const actor = system("starter-content");

/**
 * Gives an empty database its first content. Every step looks for what is there, and the site's own row is written last:
 * a start that was cut off goes on where it stopped, and a site that has its row is left alone for ever after.
 */
export async function loadStarterContent() {
  if (await db.site.findUnique({ where: { id: 1 } })) return false;

  await db.category.createMany({
    data: starter.categories.map((category, index) => ({ ...category, position: index + 1 })),
    skipDuplicates: true,
  });
  await db.cell.createMany({ data: starter.cells, skipDuplicates: true });
  await addPoll();
  for (const article of starter.articles) await addArticle(article);
  await db.site.createMany({ data: starter.site, skipDuplicates: true });
  return true;
}

async function addPoll() {
  const { slug, question, options } = starter.poll;
  await db.poll.upsert({
    where: { slug },
    update: {},
    create: { slug, question, options: { create: options.map((label, index) => ({ label, position: index + 1 })) } },
  });
}

async function addArticle({ file, slug, category, cell, summary }: (typeof starter.articles)[number]) {
  const found = await db.article.findUnique({ where: { slug }, select: { id: true, liveRevisionId: true } });
  if (found?.liveRevisionId) return;

  const { id: articleId } = found ?? (await createArticle(actor, await articleInput()));
  await publishArticle(actor, { articleId });

  async function articleInput() {
    const text = decodeText(readFileSync(path.join(FOLDER, file)));
    const [{ id: categoryId }, { id: cellId }] = await Promise.all([
      db.category.findUniqueOrThrow({ where: { slug: category }, select: { id: true } }),
      db.cell.findUniqueOrThrow({ where: { slug: cell }, select: { id: true } }),
    ]);
    return { ...parseLegacyText(text), slug, summary, categoryId, cellId };
  }
}
