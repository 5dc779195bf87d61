import type { Actor } from "#lib/actor.ts";
import { checkBeforePublishing } from "#lib/articles/checklist.ts";
import { db } from "#lib/db.ts";
import { siteUrl } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { isoDate } from "#lib/time.ts";

type Text = { title: string; summary: string; bodyHtml: string; bodyText: string; dateline: Date | null };

/** The checklist of a text, with the outside hosts that this site has linked to before. */
export async function checkText({ title, summary, bodyHtml, bodyText, dateline }: Text) {
  const hosts = [...bodyHtml.matchAll(/href="https?:\/\/(?<host>[^/"?#:]+)/g)].map(
    (match) => match.groups?.["host"]?.toLowerCase() ?? "",
  );
  const known = hosts.length === 0 ? [] : await db.linkedHost.findMany({ where: { host: { in: hosts } } });
  return checkBeforePublishing({
    title,
    summary,
    bodyHtml,
    bodyText,
    dateline: dateline?.toISOString().slice(0, 10) ?? null,
    today: isoDate(new Date()),
    knownHosts: [new URL(siteUrl()).hostname, ...known.map(({ host }) => host)],
  });
}

/** Fewer say nothing to whoever reads the audit. */
const FEWEST_LETTERS = 10;

/**
 * Refuses what must be mended before readers see it, and what should be unless its publisher says why not. Returns what
 * the audit keeps of that. The program itself (starter content, the import of an old site) brings texts as they are.
 */
export async function refuseUnready(actor: Actor, text: Text, override: string) {
  if (actor.kind === "system") return {};
  const { blockers, warnings } = await checkText(text);
  if (blockers.length > 0)
    throw new AppError("conflict", `Chưa đăng được: ${blockers.map(({ sentence }) => sentence).join(" ")}`);
  if (warnings.length === 0) return {};
  if (!override)
    throw new AppError(
      "conflict",
      `Còn ${warnings.length} điều cần xem lại ở khung “Trước khi đăng”. Hãy sửa, hoặc ghi một câu vì sao vẫn đăng.`,
      "override",
    );
  if ((override.match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS)
    throw new AppError(
      "conflict",
      `Lý do quá ngắn. Hãy ghi thành một câu, ít nhất ${FEWEST_LETTERS} chữ cái, ví dụ: Số điện thoại của văn phòng Đảng ủy.`,
      "override",
    );
  return { override, warnings: [...new Set(warnings.map(({ rule }) => rule))] };
}
