import { AppError, type AppErrorCode } from "#lib/errors.ts";

type Case = { code: AppErrorCode; field: "chon" | "ma" | undefined; sentence: string };

/** Why a vote was not counted, by the word that the address of the refused form carries (`?loi=ma`). */
export const REFUSALS = {
  "chua-chon": { code: "invalid", field: "chon", sentence: "Hãy chọn một ý rồi gửi lại." },
  ma: { code: "invalid", field: "ma", sentence: "Mã chưa đúng. Hãy gõ mã mới trong hình." },
  "het-han": {
    code: "conflict",
    field: "ma",
    sentence:
      "Mã đã hết hạn. Hãy gõ mã mới trong hình. Nếu vẫn gặp lỗi này, hãy cho phép trình duyệt lưu cookie của trang.",
  },
  "da-dung": { code: "conflict", field: "ma", sentence: "Mã cũ không dùng được nữa. Hãy gõ mã mới trong hình." },
  dong: {
    code: "conflict",
    field: undefined,
    sentence: "Cuộc thăm dò không còn nhận phiếu. Phiếu của bạn chưa được đếm.",
  },
  "qua-nhieu": {
    code: "too-many",
    field: "ma",
    sentence: "Mạng của bạn vừa gửi quá nhiều lần. Hãy đợi 10 phút rồi gửi lại.",
  },
} as const satisfies Record<string, Case>;

export type Refusal = keyof typeof REFUSALS;

const isRefusal = (word: unknown): word is Refusal => typeof word === "string" && Object.hasOwn(REFUSALS, word);

type Query = Record<string, string | string[] | undefined>;

/** What the address says of a refused form: why, and which option had been chosen. */
export function readRefusal(query: Query) {
  const { loi, chon } = query;
  return {
    refusal: isRefusal(loi) ? loi : undefined,
    chosen: typeof chon === "string" && /^[1-9]\d{0,9}$/.test(chon) ? Number(chon) : undefined,
  };
}

/** A page's title, marked while its form stands refused: a screen reader reads the title first. */
export const titleOf = (title: string, query: Query) => (readRefusal(query).refusal ? `Lỗi: ${title}` : title);

/** The refusal as the error that a mutation throws. */
export function refuse(word: Refusal) {
  const { code, field, sentence } = REFUSALS[word];
  return new AppError(code, sentence, field);
}

/** The word of an error made by `refuse`. */
export const refusalOf = (error: AppError) =>
  Object.keys(REFUSALS)
    .filter(isRefusal)
    .find((word) => REFUSALS[word].sentence === error.message);
