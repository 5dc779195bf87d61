import { siteUrl } from "#lib/env.ts";
import { readMinutes, SIGNERS } from "#lib/polls/minutes.ts";
import { getPoll } from "#lib/polls/queries.ts";
import { getSite } from "#lib/site/queries.ts";
import { htmlAsDocx } from "#lib/word/html-as-docx.ts";

export const dynamic = "force-dynamic";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

type Context = { params: Promise<{ slug: string }> };

/** The minutes of a sealed poll as a Word file in the house layout, to sign. */
export async function GET(_request: Request, { params }: Context) {
  const poll = await getPoll((await params).slug);
  const minutes = poll && (await readMinutes(poll));
  if (!minutes) return new Response("Biên bản chỉ có sau khi cuộc thăm dò đóng.", { status: 404 });

  const { committee, ward } = await getSite();
  const file = await htmlAsDocx({
    ...{ committee, ward, day: minutes.sealedAt, origin: siteUrl() },
    title: "BIÊN BẢN KIỂM PHIẾU THĂM DÒ Ý KIẾN",
    bodyHtml: minutes.html,
    signers: SIGNERS,
  });
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": WORD,
      "content-disposition": `attachment; filename="bien-ban-${poll.slug}.docx"`,
    },
  });
}
