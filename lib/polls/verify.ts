import { z } from "zod";
import { leafOf, rootOf } from "#lib/polls/merkle.ts";
import { sumChoices } from "#lib/polls/tally.ts";

const exported = z.object({
  poll: z.object({
    kind: z.enum(["open", "cells"]),
    maxChoices: z.number(),
    options: z.array(z.object({ id: z.number(), label: z.string() })),
  }),
  result: z.object({
    total: z.number(),
    setAside: z.number(),
    options: z.array(z.object({ id: z.number(), label: z.string(), ballots: z.number() })),
  }),
  seals: z.array(
    z.object({
      number: z.number(),
      ballots: z.number(),
      root: z.string(),
      previousRoot: z.string().nullable(),
      closing: z.boolean(),
    }),
  ),
  board: z.array(
    z.object({
      receipt: z.string(),
      options: z.array(z.number()),
      seal: z.number().nullable(),
      setAside: z.boolean(),
    }),
  ),
});

type Exported = z.output<typeof exported>;

/** What does not agree in an exported board, as sentences; none when everything does. */
export function verifyBoard(input: unknown, receipt?: string) {
  const parsed = exported.safeParse(input);
  if (!parsed.success) return ["Tệp này không phải bảng kiểm phiếu."];
  const { poll, result, seals, board } = parsed.data;
  return [
    ...wrongBallots(poll, board),
    ...wrongSeals(poll, seals, board),
    ...wrongResult(result, board),
    ...missing(receipt, board),
  ];
}

function wrongBallots({ options, maxChoices }: Exported["poll"], board: Exported["board"]) {
  const known = new Set(options.map(({ id }) => id));
  const fits = (chosen: number[]) =>
    chosen.length > 0 &&
    chosen.length <= maxChoices &&
    new Set(chosen).size === chosen.length &&
    chosen.every((id) => known.has(id));
  const wrong = board
    .filter((ballot) => !fits(ballot.options))
    .map((ballot) => `Phiếu ${ballot.receipt} không hợp lệ.`);
  const twice =
    new Set(board.map((ballot) => ballot.receipt)).size === board.length ? [] : ["Có mã biên nhận lặp lại."];
  return [...wrong, ...twice];
}

/** Every seal is recounted; of a poll by cells, whose board does not say which covers a ballot, the closing one. */
function wrongSeals({ kind }: Exported["poll"], seals: Exported["seals"], board: Exported["board"]) {
  const chained = seals.every(
    ({ number, previousRoot }, at) => number === at + 1 && previousRoot === (seals[at - 1]?.root ?? null),
  );
  const wrong = seals.flatMap(({ number, ballots, root, closing }) => {
    const covered = board.filter(({ seal }) => closing || (seal !== null && seal <= number));
    if (!closing && kind === "cells") return [];
    const recounted = rootOf(covered.map((ballot) => leafOf(ballot.receipt, ballot.options)));
    return recounted === root && covered.length === ballots
      ? []
      : [`Niêm phong số ${number} không khớp với bảng phiếu.`];
  });
  const closed = seals.at(-1)?.closing ? [] : ["Chưa có niêm phong lúc đóng."];
  return [...(chained ? [] : ["Chuỗi niêm phong bị đứt."]), ...closed, ...wrong];
}

function wrongResult(result: Exported["result"], board: Exported["board"]) {
  const counted = board.filter(({ setAside }) => !setAside);
  const groups = counted.map(({ options: [optionId = 0, ...further] }) => ({ optionId, further, count: 1 }));
  const counts = sumChoices(result.options, groups);
  const agrees =
    counted.length === result.total &&
    board.length === result.total + result.setAside &&
    result.options.every(({ ballots }, at) => ballots === counts[at]);
  return agrees ? [] : ["Kết quả công bố không khớp với bảng phiếu."];
}

const missing = (receipt: string | undefined, board: Exported["board"]) =>
  receipt === undefined || board.some((ballot) => ballot.receipt === receipt)
    ? []
    : [`Không có phiếu ${receipt} trong bảng.`];
