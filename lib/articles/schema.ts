import { z } from "zod";
import { line, optionalDay, optionalMinute, optionalRowId, optionalText, rowId } from "#lib/fields/schema.ts";

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

/** One move of an article, at the version that its mover saw. */
export const moveInput = z.object({ articleId, version: version.optional() });

export const returnInput = moveInput.extend({
  note: line(500, "Hãy ghi cần sửa gì, ví dụ: Ghi lại ngày kết nạp cho khớp nghị quyết."),
});

export const publishArticleInput = moveInput.extend({
  approval: z.enum(["now", "later"], "Hãy chọn cách duyệt.").default("now"),
  /** What readers are told of a change; without it it is a small correction. */
  changeNote: optionalText(500).transform((text) => text || null),
  /** Why it is published although the checklist warns. */
  override: optionalText(500),
});

export const scheduleArticleInput = publishArticleInput.extend({
  at: optionalMinute.refine((at) => at !== null, "Hãy chọn ngày và giờ đăng.").transform((at) => at ?? new Date(0)),
});

export const setEndInput = moveInput.extend({ until: optionalMinute });

const TARGET = "Hãy chép địa chỉ của một bài đang đăng trên trang này, ví dụ: /bai-viet/thong-bao-moi.";

export const takeDownArticleInput = moveInput.extend({
  reason: z.enum(["mistake", "superseded", "expired"], "Hãy chọn lý do gỡ bài."),
  /** What readers are told at the address, besides the reason. */
  notice: optionalText(500).transform((text) => text || null),
  /** Slug of the article that readers of the old address are sent to, named by its address. */
  target: optionalText(300)
    .transform((address) => address.replace(/^https?:\/\/[^/]+/i, ""))
    .refine((path) => path === "" || /^\/bai-viet\/[a-z0-9-]+\/?$/.test(path), TARGET)
    .transform((path) => path.split("/")[2] ?? null),
});

export const restoreRevisionInput = z.object({ articleId, version, number: rowId("Không có bản này.") });

export type ArticleContent = z.output<typeof createArticleInput>;
