import { z } from "zod";
import { optionalDay, optionalRowId, optionalText } from "#lib/fields/schema.ts";

const LIST_STATES = [
  "draft",
  "submitted",
  "toApprove",
  "awaiting",
  "returned",
  "scheduled",
  "overdue",
  "live",
  "changed",
  "owed",
  "stale",
  "withdrawn",
  "archived",
] as const;

const row = optionalRowId("").catch(null);
const day = optionalDay.catch(null);

/** What a list is narrowed to. It comes from an address, so what says nothing narrows nothing. */
export const listFilter = z.object({
  words: optionalText(200).catch(""),
  state: z.enum(LIST_STATES).optional().catch(undefined),
  categoryId: row,
  cellId: row,
  authorId: row,
  /** Days of publication, the last one included. */
  from: day,
  to: day,
  /** Where the page before ended: the moment and the number of its last article. */
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_\d{1,9}$/)
    .transform((text) => {
      const [moment = "", id] = text.split("_");
      return { moment: new Date(moment), id: Number(id) };
    })
    .refine(({ moment }) => !Number.isNaN(moment.getTime()))
    .optional()
    .catch(undefined),
});

export type ListState = (typeof LIST_STATES)[number];
