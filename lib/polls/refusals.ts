import { AppError, type AppErrorCode } from "#lib/errors.ts";

type Case = { code: AppErrorCode; field: "chon" | "y-kien" | "ma" | undefined; sentence: string };

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
  "qua-so-y": { code: "invalid", field: "chon", sentence: "Bạn chọn quá số ý cho phép. Hãy bỏ bớt rồi gửi lại." },
  "y-kien-dai": {
    code: "invalid",
    field: "y-kien",
    sentence: "Ý kiến dài quá 1000 chữ cái. Hãy viết ngắn lại rồi gửi.",
  },
  "da-bo-phieu": {
    code: "conflict",
    field: undefined,
    sentence: "Trình duyệt này đã bỏ một phiếu cho câu hỏi này. Phiếu ấy đã được đếm; mỗi trình duyệt bỏ một phiếu.",
  },
  "mo-lai": {
    code: "conflict",
    field: "ma",
    sentence: "Hãy gõ lại mã phiếu rồi gửi. Nếu vẫn gặp lỗi này, hãy cho phép trình duyệt lưu cookie của trang.",
  },
  "phieu-sai": {
    code: "invalid",
    field: "ma",
    sentence: "Mã phiếu chưa đúng. Hãy gõ lại đủ 16 chữ và số in trên phiếu của cuộc thăm dò này.",
  },
  "phieu-da-dung": {
    code: "conflict",
    field: "ma",
    sentence: "Mã phiếu này đã dùng và phiếu đã được đếm. Mỗi mã chỉ bỏ một phiếu.",
  },
  "phieu-huy": {
    code: "conflict",
    field: "ma",
    sentence: "Mã phiếu này đã bị hủy vì báo mất. Hãy dùng phiếu mới được phát.",
  },
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
  "het-cho": {
    code: "unavailable",
    field: undefined,
    sentence: "Máy chủ hết chỗ chứa nên chưa ghi xong. Hãy gửi lại sau ít phút: phiếu vẫn chỉ được đếm một lần.",
  },
} as const satisfies Record<string, Case>;

export type Refusal = keyof typeof REFUSALS;

const isRefusal = (word: unknown): word is Refusal => typeof word === "string" && Object.hasOwn(REFUSALS, word);

/** One option's number, or several with full stops between them. */
export const CHOSEN = /^[1-9]\d{0,9}(?:\.[1-9]\d{0,9}){0,29}$/;

type Query = Record<string, string | string[] | undefined>;

/** What the address says of a refused form: why, and which option had been chosen. */
export function readRefusal(query: Query) {
  const { loi, chon } = query;
  return {
    refusal: isRefusal(loi) ? loi : undefined,
    chosen: typeof chon === "string" && CHOSEN.test(chon) ? chon.split(".").map(Number) : [],
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
