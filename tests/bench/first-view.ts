import zlib from "node:zlib";
import { Parser } from "htmlparser2";
import type { Figures } from "#tests/bench/figures.ts";

const CONGESTION_WINDOW = 14_000; // ten segments of about 1,460 bytes (RFC 6928)

/** What a first visit to the article brings over the wire: the page and whatever it links that a browser loads at once. */
export async function measureFirstView(figures: Figures, origin: string, article: string) {
  const page = await load(origin + article);
  const links = linked(page.text);
  const parts = await Promise.all([...links].map((href) => load(new URL(href, origin).href)));
  const bytes = [page, ...parts].reduce((sum, part) => sum + part.wire, 0);
  const fonts = [...links].filter((href) => /\.(?:woff2?|ttf|otf)$/.test(href)).length;
  figures.add("lần mở đầu của bài viết", "≤ 14 kB", `${bytes} B`, bytes <= CONGESTION_WINDOW);
  figures.add("số yêu cầu của lần mở đầu", "≤ 4", String(1 + links.size), 1 + links.size <= 4);
  figures.add("phông chữ tải về", "0", String(fonts), fonts === 0 && !page.text.includes("@font-face"));
}

async function load(url: string) {
  const answer = await fetch(url, { headers: { "accept-encoding": "br" } });
  const body = Buffer.from(await answer.arrayBuffer());
  const wire = Number(answer.headers.get("content-length") ?? zlib.brotliCompressSync(body).length);
  return { wire, text: body.toString("utf8") };
}

/** Stylesheets, scripts and the one icon that browsers take; lazy images are not part of a first view. */
function linked(html: string) {
  const found = new Set<string>();
  const icons: string[] = [];
  const collect: Record<string, (attributes: Record<string, string>) => void> = {
    script: ({ src }) => src && found.add(src),
    img: ({ src = "", loading }) => loading !== "lazy" && found.add(src),
    link: ({ rel, href = "" }) => {
      if (rel === "stylesheet") found.add(href);
      if (rel === "icon") icons.push(href);
    },
  };
  const parser = new Parser({ onopentag: (name, attributes) => collect[name]?.(attributes) });
  parser.end(html);
  return new Set([...found, ...icons.slice(0, 1)]);
}
