import { z } from "zod";
import { parseDay, parseSecond } from "#lib/time.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text as it is stored: NFC, lines as a field counts them (forms send two characters for a line break), no control characters, no broken surrogates. */
const clean = (text: string) => text.toWellFormed().replace(/\r\n?/g, "\n").replace(CONTROLS, "").normalize("NFC");

/** One line of text of at most `longest` characters, or the sentence. */
export const line = (longest: number, sentence: string) =>
  z
    .string(sentence)
    .transform((text) =>
      clean(text)
        .replace(/[\r\n\t\u2028\u2029]+/g, " ")
        .trim(),
    )
    .pipe(z.string().min(1, sentence).max(longest, `Dài quá ${longest} chữ cái. Hãy viết ngắn lại.`));

/** Text that may be empty. */
export const optionalText = (longest: number) =>
  z
    .string("Ô này phải là chữ.")
    .transform((text) => clean(text).trim())
    .pipe(z.string().max(longest, `Dài quá ${longest} chữ cái. Hãy viết ngắn lại.`))
    .default("");

/** The number of a row, from a form or from code; objects, lists and booleans are none. */
export const rowId = (sentence: string) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
      ],
      sentence,
    )
    .pipe(z.int(sentence).positive(sentence).max(2_147_483_647, sentence));

/** A choice that may be left open: nothing, null or "" is null. */
export const optionalRowId = (sentence: string) =>
  z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z.union([z.null(), rowId(sentence)], sentence),
  );

const DAY = "Ngày viết theo dạng 19/07/2017.";

/** A day as people write it (19/7/2017) or as machines do (2017-07-19), as the latter; left open it is null. */
export const optionalDay = z
  .string(DAY)
  .nullish()
  .transform((text, context) => {
    if (!text?.trim()) return null;
    const day = parseDay(text);
    if (!day) context.addIssue({ code: "custom", message: DAY });
    return day ?? z.NEVER;
  });

const MINUTE = "Giờ viết theo dạng 30/11/2026 08:00.";

/** A minute of the clock in Việt Nam, from a form's field or typed; left open it is null. */
export const optionalMinute = z
  .string(MINUTE)
  .nullish()
  .transform((text, context) => {
    if (!text?.trim()) return null;
    const instant = parseSecond(text);
    if (!instant) context.addIssue({ code: "custom", message: MINUTE });
    return instant ?? z.NEVER;
  });
