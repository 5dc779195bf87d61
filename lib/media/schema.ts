import { z } from "zod";
import { line, optionalText } from "#lib/fields/schema.ts";

export const LARGEST_FILE = 25 * 1024 * 1024;

const mediaId = z.string("Không có tệp này.").regex(/^[\w-]{16,40}$/, "Không có tệp này.");

/** A share of a picture's width or height, from a form or from code. */
const share = z.coerce.number("Điểm chính của ảnh phải nằm trong ảnh.").min(0).max(1);

/** The last part of whatever path a browser sends, with what no file system or header should see taken out. */
const fileName = z
  .string("Tệp cần có tên.")
  .transform(
    (name) =>
      name
        .split(/[/\\]/)
        .at(-1)
        ?.replace(/[\p{C}"<>|:*?]/gu, "") ?? "",
  )
  .pipe(line(200, "Tệp cần có tên."));

export const storeMediaInput = z.object({
  name: fileName,
  bytes: z
    .custom<Buffer>((value) => Buffer.isBuffer(value), "Không nhận được tệp. Hãy chọn lại tệp.")
    .refine(({ length }) => length <= LARGEST_FILE, "Tệp lớn quá 25 MB. Hãy chia nhỏ hoặc nén tệp rồi đưa lên lại."),
});

export const replaceMediaInput = storeMediaInput.extend({ mediaId });

export const describeMediaInput = z.object({
  mediaId,
  name: fileName,
  alt: optionalText(500),
  focalX: share,
  focalY: share,
});

export const deleteMediaInput = z.object({ mediaId });
