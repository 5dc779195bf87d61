/** How an expected failure reads over HTTP. */
const STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-many": 429,
  unavailable: 503,
} as const;

export type AppErrorCode = keyof typeof STATUS;

/** An expected failure: `message` is a Vietnamese sentence for the person who caused it and says what to do next. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  /** The form field that the sentence belongs to, when there is one. */
  readonly field: string | undefined;

  constructor(code: AppErrorCode, sentence: string, field?: string) {
    super(sentence);
    this.name = "AppError";
    this.code = code;
    this.field = field;
  }

  get status() {
    return STATUS[this.code];
  }
}

/** Deny by default: what a policy did not allow ends here. */
export function authorize(allowed: boolean) {
  if (!allowed) throw new AppError("forbidden", "Tài khoản của bạn không được làm việc này. Hãy nhờ người quản trị.");
}
