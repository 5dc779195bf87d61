import { z } from "zod";
import { optionalText, rowId } from "#lib/fields/schema.ts";

const LONGEST_COMMENT = 2000;

export const commentInput = z.object({
  articleId: rowId("Không có bài này."),
  comment: optionalText(LONGEST_COMMENT).pipe(z.string().min(1, "Hãy viết góp ý rồi mới gửi.")),
});

export const resolveCommentInput = z.object({ commentId: rowId("Không có góp ý này.") });
