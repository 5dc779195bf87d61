import { z } from "zod";
import { line, rowId } from "#lib/fields/schema.ts";

const MOST_A_CELL = 500;
const MOST = 1000;
const COUNT = `Ghi một số từ 0 đến ${MOST_A_CELL}.`;

const count = z.union([
  z.literal("").transform(() => 0),
  z.coerce.number(COUNT).int(COUNT).min(0, COUNT).max(MOST_A_CELL, COUNT),
]);

const pollId = rowId("Không có cuộc thăm dò này.");
const seen = z.coerce.number("Hãy mở lại trang này.").int().optional();

/** How many slips each cell gets, in fields named `cell-12` after the cell's number; an empty one is none. */
export const issueSlipsInput = z
  .looseObject({ pollId, seen })
  .transform(({ pollId: id, seen: since, ...fields }, context) => {
    const cells = Object.entries(fields).flatMap(([name, value]) => {
      const cellId = /^cell-(\d{1,9})$/.exec(name)?.[1];
      if (cellId === undefined) return [];
      const parsed = count.safeParse(typeof value === "string" ? value.trim() : value);
      if (!parsed.success) context.addIssue({ code: "custom", path: [name], message: COUNT });
      return parsed.success && parsed.data > 0 ? [{ cellId: Number(cellId), count: parsed.data }] : [];
    });
    const message = whyNot(cells.reduce((sum, cell) => sum + cell.count, 0));
    if (message && context.issues.length === 0) context.addIssue({ code: "custom", path: ["cells"], message });
    return { pollId: id, seen: since, cells };
  });

function whyNot(total: number) {
  if (total === 0) return "Hãy ghi số phiếu cho ít nhất một chi bộ.";
  return total > MOST ? `Mỗi lần phát nhiều nhất ${MOST} phiếu. Hãy phát làm nhiều lần.` : undefined;
}

export const replaceSlipInput = z.object({
  pollId,
  seen,
  cellId: rowId("Hãy chọn chi bộ."),
  serial: rowId("Ghi số in trên phiếu."),
  reason: line(300, "Hãy ghi lý do: mọi người đọc được trong nhật ký của cuộc thăm dò."),
});
