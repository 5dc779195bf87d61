import { fork } from "node:child_process";
import { withSiteDatabase } from "#lib/server/command-database.ts";

type Question = { id: number; ask: "seed" | "paths" | "publish" | "close"; count?: number; path?: string };
type Answer = { id: number; paths?: string[]; title?: string };

/** A second process on the site's database, which publishes while the site is read and knows what has been published. */
export function openNewsroom(dataDir: string) {
  const child = fork(import.meta.filename, { env: { ...process.env, DATA_DIR: dataDir } });
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  child.on("message", (answer: Answer) => waiting.get(answer.id)?.(answer));
  const ask = (question: Omit<Question, "id">) =>
    new Promise<Answer>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, resolve);
      child.once("exit", () => reject(new Error("The newsroom ended")));
      child.send({ id, ...question });
    });
  child.setMaxListeners(0);
  return {
    /** Address of the article that the site began with. */
    seed: async () => (await ask({ ask: "seed" })).paths?.[0] ?? "/",
    /** Addresses of live articles, newest first. */
    paths: async (count: number) => (await ask({ ask: "paths", count })).paths ?? [],
    /** Publishes the article anew under a title of its own and returns that title. */
    publish: async (path: string) => (await ask({ ask: "publish", path })).title ?? "",
    close: () => void child.send({ id: 0, ask: "close" }),
  };
}

async function work() {
  const { db } = await import("#lib/db.ts");
  const { saveRevision } = await import("#lib/articles/mutations.ts");
  const { publishArticle } = await import("#lib/articles/publication.ts");
  const { system } = await import("#lib/actor.ts");

  const list = (order: "asc" | "desc", take: number) =>
    db.article.findMany({
      where: { liveRevisionId: { not: null } },
      orderBy: order === "asc" ? { id: "asc" } : [{ publishedAt: "desc" }, { id: "desc" }],
      take,
      select: { slug: true },
    });
  const addresses = async (order: "asc" | "desc", take: number) =>
    (await list(order, take)).map(({ slug }) => `/bai-viet/${slug}`);

  async function publish(path: string) {
    const article = await db.article.findUniqueOrThrow({
      where: { slug: path.slice("/bai-viet/".length) },
      select: {
        id: true,
        version: true,
        headRevision: { select: { summary: true, bodyHtml: true, categoryId: true, cellId: true } },
      },
    });
    const title = `Bản đăng lúc ${process.hrtime.bigint()}`;
    const saved = await saveRevision(system("bench"), {
      ...article.headRevision,
      articleId: article.id,
      version: article.version,
      title,
    });
    await publishArticle(system("bench"), { articleId: article.id, version: saved.version });
    return title;
  }

  async function answer({ id, ask, path = "", count = 1 }: Question): Promise<Answer> {
    if (ask === "publish") return { id, title: await publish(path) };
    return { id, paths: await addresses(ask === "seed" ? "asc" : "desc", count) };
  }

  await new Promise<void>((resolve) => {
    process.on("message", async (question: Question) => {
      if (question.ask === "close") resolve();
      else process.send?.(await answer(question));
    });
  });
  process.disconnect();
}

if (process.argv[1] === import.meta.filename) await withSiteDatabase(work);
