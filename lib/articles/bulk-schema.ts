import { z } from "zod";
import { rowId } from "#lib/fields/schema.ts";

const BULK_MOVES = ["submit", "publish", "approve", "archive", "unarchive", "categorise"] as const;

/** An article and the version of it that was on the screen, as a tick box says it: 12:3. */
const chosen = z
  .string()
  .regex(/^\d{1,9}:\d{1,9}$/, "Hãy tải lại trang rồi làm lại.")
  .transform((text) => {
    const [id = 0, version = 0] = text.split(":").map(Number);
    return { id, version };
  });

export const bulkInput = z.object({
  move: z.enum(BULK_MOVES, "Hãy chọn việc cần làm."),
  chosen: z.array(chosen).min(1, "Hãy đánh dấu ít nhất một bài.").max(100, "Mỗi lần chỉ làm được với 100 bài."),
  categoryId: z.unknown().optional(),
});

export const moveToCategoryInput = z.object({ categoryId: rowId("Hãy chọn chuyên mục.") });

export type BulkMove = (typeof BULK_MOVES)[number];
