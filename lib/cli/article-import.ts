import { system } from "#lib/actor.ts";
import { type Command, readArgs, sentenceOf, UsageError } from "#lib/cli/command.ts";
import { fileAt } from "#lib/cli/files.ts";
import { startProgress } from "#lib/cli/progress.ts";
import { AppError } from "#lib/errors.ts";
import { articlesOf, type Incoming } from "#lib/importers/files.ts";
import { withSiteDatabase } from "#lib/server/command-database.ts";

const actor = system("article:import");

export const articleImport: Command = {
  summary: "Nhập bài từ tệp .docx, .txt, .html hoặc .jsonl",
  help: `Cách dùng: npm run cli -- article:import TỆP… [--publish] [--category ĐƯỜNG_DẪN]

  .docx     tệp Word; ảnh vào kho ảnh, số và ngày của văn bản được nhận ra
  .txt      dòng đầu là tiêu đề (có thể kèm ngày trong ngoặc), rồi đến các đoạn văn cách nhau một dòng trống
  .html     trang web đã lưu: tiêu đề lấy từ h1 hoặc title
  .jsonl    mỗi dòng một bài: {"title": "…", "html": "…"}

  --publish             đăng ngay; không có thì bài nằm ở bản nháp
  --category ĐƯỜNG_DẪN  chuyên mục, ví dụ hoat-dong-chi-bo; không có thì lấy chuyên mục đầu tiên

Mỗi bài nhập được in ra một dòng JSON: {"source", "id", "slug", "warnings"}.
Tệp hoặc dòng hỏng được báo kèm lý do, các bài còn lại vẫn được nhập, và lệnh kết thúc với mã 1.
`,

  async run(args) {
    const { values, positionals } = readArgs({
      args,
      allowPositionals: true,
      options: { publish: { type: "boolean", default: false }, category: { type: "string" } },
    });
    if (positionals.length === 0) throw new UsageError("Hãy cho biết ít nhất một tệp.");
    const publish = values.publish === true;
    return withSiteDatabase(async () =>
      importAll(positionals, { publish, categoryId: await findCategory(values.category) }),
    );
  },
};

async function findCategory(slug: string | undefined) {
  const { db } = await import("#lib/db.ts");
  const categories = await db.category.findMany({ orderBy: { position: "asc" }, select: { id: true, slug: true } });
  const found = slug === undefined ? categories[0] : categories.find((category) => category.slug === slug);
  if (found) return found.id;
  const known = categories.map((category) => category.slug).join(", ");
  throw new AppError(
    "not-found",
    known
      ? `Không có chuyên mục “${slug}”. Các chuyên mục: ${known}.`
      : "Trang chưa có chuyên mục nào. Hãy chạy npm start một lần trước.",
  );
}

type Choices = { publish: boolean; categoryId: number };

/** One after another, so that what is printed keeps the order of the files; 1 when anything could not be taken. */
async function importAll(files: string[], choices: Choices) {
  const { createArticle } = await import("#lib/articles/mutations.ts");
  const { publishArticle } = await import("#lib/articles/publication.ts");
  const { keepImageAs } = await import("#lib/importers/keep-image.ts");
  const progress = startProgress(await count(files));
  let failed = 0;
  const refuse = (source: string, error: unknown) => {
    failed++;
    progress.print(process.stderr, `${source}: ${sentenceOf(error)}`);
  };

  for (const file of files) {
    try {
      for await (const { source, read } of articlesOf(fileAt(file)))
        await take(source, read)
          .catch((error) => refuse(source, error))
          .finally(progress.step);
    } catch (error) {
      refuse(file, error);
    }
  }
  progress.stop();
  if (failed > 0) process.stderr.write(`${failed} bài không nhập được.\n`);
  return failed === 0 ? 0 : 1;

  async function take(source: string, read: Incoming["read"]) {
    const { warnings: fromFile = [], ...content } = await read(keepImageAs(actor, source));
    const { id, slug, warnings } = await createArticle(actor, { ...content, categoryId: choices.categoryId });
    if (choices.publish) await publishArticle(actor, { articleId: id });
    progress.print(process.stdout, JSON.stringify({ source, id, slug, warnings: [...fromFile, ...warnings] }));
  }
}

/** How many articles there will be to try; what cannot be opened is reported when its turn comes. */
async function count(files: string[]) {
  let total = 0;
  for (const file of files) {
    try {
      for await (const _article of articlesOf(fileAt(file))) total++;
    } catch {
      // reported by importAll
    }
  }
  return total;
}
