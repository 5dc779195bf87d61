import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { importDocx } from "#lib/importers/docx.ts";
import type { KeepImage } from "#lib/importers/docx-article.ts";
import { decodeText } from "#lib/importers/encoding.ts";
import { parseLegacyHtml } from "#lib/importers/legacy-html.ts";
import { parseLegacyText } from "#lib/importers/legacy-text.ts";

type Content = { title: string; bodyHtml: string; dateline?: string; warnings?: string[] };
/** An article still to be read: reading it may fail with a sentence, and the next ones are not concerned. */
export type Incoming = { source: string; read: (keepImage: KeepImage) => Content | Promise<Content> };

const lineOf = z.object({ title: z.string(), html: z.string() });

/** The articles of a file: one of .docx, .txt and .html, one a line of .jsonl ({"title", "html"}). */
export async function* articlesOf(file: string): AsyncGenerator<Incoming> {
  const kind = path.extname(file).toLowerCase();
  if (kind === ".jsonl") yield* linesOf(file);
  else if (kind === ".txt") yield whole(file, await readFile(file), (bytes) => parseLegacyText(decodeText(bytes)));
  else if (kind === ".html" || kind === ".htm") yield whole(file, await readFile(file), parseLegacyHtml);
  else if (kind === ".docx") yield { source: file, read: (keepImage) => readWordFile(file, keepImage) };
  else throw new AppError("invalid", "Chỉ nhập được tệp .docx, .txt, .html và .jsonl.");
}

const whole = (source: string, bytes: Buffer, parse: (bytes: Buffer) => Content) => ({
  source,
  read: () => parse(bytes),
});

/** The file's name stands in for a title that the document does not state; what was left out becomes warnings. */
async function readWordFile(file: string, keepImage: KeepImage): Promise<Content> {
  const { title, html, headingBlock, report, warnings } = await importDocx(await readFile(file), { keepImage });
  return {
    title: title || path.basename(file, path.extname(file)),
    bodyHtml: html,
    ...(headingBlock?.date && { dateline: headingBlock.date }),
    warnings: [...[...report.changed, ...report.dropped].map(({ sentence }) => sentence), ...warnings],
  };
}

async function* linesOf(file: string) {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() !== "") yield { source: `${file}:${number}`, read: () => parseLine(line) };
  }
}

function parseLine(line: string): Content {
  try {
    const { title, html } = lineOf.parse(JSON.parse(line));
    return { title, bodyHtml: html };
  } catch {
    throw new AppError("invalid", 'Dòng này không phải JSON dạng {"title": "…", "html": "…"}.');
  }
}
