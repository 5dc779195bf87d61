import { z } from "zod";
import { line, rowId } from "#lib/fields/schema.ts";
import { isSlug, slugOf } from "#lib/slug.ts";
import { parseSecond } from "#lib/time.ts";

const MOST_OPTIONS = 30;
const NO_POLL = "Không có cuộc thăm dò này.";
const WHEN = "Ghi ngày và giờ, ví dụ 30/11/2026 17:00:00.";

const ticked = z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false);

const moment = z.union([z.date(), z.string()], WHEN).transform((value, context) => {
  const instant = typeof value === "string" ? parseSecond(value) : value;
  if (!instant) context.addIssue({ code: "custom", message: WHEN });
  return instant ?? z.NEVER;
});

const optionalMoment = z.preprocess(
  (value) => (typeof value === "string" && value.trim() === "" ? null : value),
  moment.nullable().default(null),
);

/** One option a line. */
const options = z
  .string("Ghi mỗi ý một dòng.")
  .transform((text) => text.split(/\r?\n/).filter((label) => label.trim() !== ""))
  .pipe(z.array(line(200, "Ý này còn trống.")))
  .refine((labels) => labels.length >= 2, "Ghi ít nhất hai ý, mỗi ý một dòng.")
  .refine((labels) => labels.length <= MOST_OPTIONS, `Ghi nhiều nhất ${MOST_OPTIONS} ý.`)
  .refine((labels) => new Set(labels).size === labels.length, "Có hai ý giống nhau. Hãy bỏ một ý.");

/** What the first ballot freezes. */
const asked = z.object({
  question: line(300, "Hãy ghi câu hỏi."),
  slug: z
    .string()
    .trim()
    .refine(
      (text) => text === "" || (isSlug(text) && text.length <= 80),
      "Chỉ dùng chữ thường không dấu, số và dấu gạch nối.",
    )
    .default(""),
  kind: z.enum(["open", "cells"], "Hãy chọn một loại."),
  options,
  maxChoices: z.coerce.number("Ghi một số.").int("Ghi một số nguyên.").min(1, "Ít nhất là 1."),
  opensAt: moment,
});

/** The articles on which a poll stands, one address a line. */
const articles = z
  .string()
  .default("")
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .pipe(z.array(z.string().transform(articleSlug)).max(50, "Ghi nhiều nhất 50 bài."));

const settings = z.object({
  results: z.enum(["always", "after_vote", "after_close"], "Hãy chọn lúc công bố kết quả."),
  commentsAllowed: ticked,
  closesAt: optionalMoment,
  placement: z.enum(["everywhere", "chosen"], "Hãy chọn nơi đặt."),
  categoryIds: z.array(rowId("Không có chuyên mục này.")).default([]),
  articles,
});

const pollInput = asked.extend(settings.shape);

type Poll = z.output<typeof pollInput>;
type Settings = z.output<typeof settings>;

function placed(poll: Settings, context: z.RefinementCtx) {
  if (poll.placement === "everywhere" || poll.categoryIds.length + poll.articles.length > 0) return;
  const message = "Hãy chọn ít nhất một chuyên mục hoặc ghi địa chỉ một bài.";
  context.addIssue({ code: "custom", path: ["placement"], message });
}

function consistent(poll: Poll, context: z.RefinementCtx) {
  placed(poll, context);
  if (poll.maxChoices > poll.options.length)
    context.addIssue({ code: "custom", path: ["maxChoices"], message: "Nhiều hơn số ý. Hãy ghi nhỏ lại." });
  if (poll.closesAt && poll.closesAt <= poll.opensAt)
    context.addIssue({ code: "custom", path: ["closesAt"], message: "Giờ đóng phải sau giờ mở." });
}

/** A poll by cells shows no result before its end, whatever was chosen. */
const complete = <T extends Poll>({ slug, results, ...poll }: T) => ({
  ...poll,
  slug: slug || slugOf(poll.question),
  results: poll.kind === "cells" ? ("after_close" as const) : results,
});

export const createPollInput = pollInput.superRefine(consistent).transform(complete);

/** `seen` is the newest line of the log that the form was made from: whoever changed the poll since goes first. */
const known = z.object({
  pollId: rowId(NO_POLL),
  seen: z.coerce.number("Hãy mở lại trang này.").int().optional(),
});

export const editPollInput = pollInput.extend(known.shape).superRefine(consistent).transform(complete);

export const editSettingsInput = settings.extend(known.shape).superRefine(placed);

const reason = line(300, "Hãy ghi lý do: mọi người đọc được trong nhật ký của cuộc thăm dò.");

export const openPollInput = known;

export const closePollInput = known.extend({ reason });

export const correctPollInput = pollInput
  .extend({ ...known.shape, reason })
  .superRefine(consistent)
  .transform(complete);

/** The slug in an article's address, whole or from its path on; what is none stays and is found nowhere. */
function articleSlug(address: string) {
  return /(?:^|\/bai-viet\/)(?<slug>[a-z0-9-]+)\/?$/.exec(address)?.groups?.["slug"] ?? address;
}
