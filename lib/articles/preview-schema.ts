import { z } from "zod";
import { rowId } from "#lib/fields/schema.ts";

export const previewLinkInput = z.object({ articleId: rowId("Không có bài này.") });
