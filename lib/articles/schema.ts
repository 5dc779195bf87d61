import { z } from "zod";
import { line, optionalDay, optionalRowId, optionalText, rowId } from "#lib/fields/schema.ts";

const articleId = rowId("Không có bài này.");

/** The version of an article that whoever moves it has seen. */
const version = z.union(
  [
    z.int(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ],
  "Hãy tải lại trang rồi làm lại.",
);

const slug = z
  .string("Đường dẫn chỉ gồm chữ không dấu, chữ số và dấu gạch nối.")
  .trim()
  .max(100, "Đường dẫn dài quá 100 chữ cái.")
  .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, "Đường dẫn chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.")
  .transform((text) => text || undefined)
  .optional();

const content = {
  title: line(300, "Hãy ghi tên bài."),
  summary: optionalText(1000),
  bodyHtml: z.string("Nội dung bài phải là chữ.").default(""),
  categoryId: rowId("Hãy chọn chuyên mục."),
  cellId: optionalRowId("Không có chi bộ này."),
  dateline: optionalDay,
  slug,
};

export const createArticleInput = z.object(content);

export const saveRevisionInput = z.object({ ...content, articleId, version });

export const publishArticleInput = z.object({
  articleId,
  version: version.optional(),
  /** Why it is published although the checklist warns. */
  override: optionalText(500),
});

export const takeDownArticleInput = z.object({
  articleId,
  version: version.optional(),
  reason: line(500, "Hãy ghi lý do gỡ bài, ví dụ: Đăng nhầm số liệu, chờ kiểm tra lại."),
});

export type ArticleContent = z.output<typeof createArticleInput>;
