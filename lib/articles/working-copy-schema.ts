import { z } from "zod";
import { optionalText } from "#lib/fields/schema.ts";

const LATE = "Trang này đã cũ. Hãy chép chữ vừa gõ ra ngoài rồi tải lại trang.";
const choice = z
  .string(LATE)
  .regex(/^\d{0,9}$/, LATE)
  .default("");

/** Fields as they are typed: half a title and no category are all right here. */
export const workingFields = z.object(
  {
    title: optionalText(2000),
    summary: optionalText(5000),
    bodyHtml: z.string(LATE).default(""),
    categoryId: choice,
    cellId: choice,
    dateline: optionalText(40),
    slug: optionalText(200),
  },
  LATE,
);

export type WorkingFields = z.output<typeof workingFields>;

/** A new article before anything is typed. */
export const NO_FIELDS = workingFields.parse({});

const row = z.int(LATE).positive(LATE).max(2_147_483_647, LATE).nullable();

/** What the page sends at each pause. `v` is the version of this agreement: a page of an earlier release is told to reload. */
export const workingCopyInput = z.object({
  v: z.literal(1, LATE),
  sitting: z.uuid(LATE),
  articleId: row,
  /** The revision that the text was opened from. */
  base: row,
  sequence: z.int(LATE).nonnegative(LATE).max(2_147_483_647, LATE),
  fields: workingFields,
});
