import { toJsonAnswer } from "#lib/api-answer.ts";
import { getArticleForEditing } from "#lib/articles/editing.ts";
import { requireActor } from "#lib/auth/current.ts";
import { siteUrl } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { getSite } from "#lib/site/queries.ts";
import { htmlAsDocx } from "#lib/word/html-as-docx.ts";
import { loadFromLibrary } from "#lib/word/pictures.ts";

export const dynamic = "force-dynamic";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

type Props = { params: Promise<{ id: string }> };

/** The newest revision as a Word file in the house layout. */
export const GET = (request: Request, { params }: Props) =>
  toJsonAnswer(request, async () => {
    const { id } = await params;
    const actor = await requireActor();
    const article = /^[1-9]\d{0,8}$/.test(id) ? await getArticleForEditing(actor, Number(id)) : null;
    if (!article) throw new AppError("not-found", "Không có bài này. Có thể bạn mở một đường dẫn cũ.");
    const { committee, ward } = await getSite();
    const { title, bodyHtml, dateline } = article.head;
    const file = await htmlAsDocx(
      { title, bodyHtml, origin: siteUrl(), committee, ward, day: dateline },
      loadFromLibrary,
    );
    return new Response(new Uint8Array(file), {
      headers: {
        "content-type": WORD,
        "content-disposition": `attachment; filename="${article.slug}.docx"`,
        "cache-control": "private, no-store",
      },
    });
  });
