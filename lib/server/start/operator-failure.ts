import { DISK_FULL_SENTENCE, isDiskFull } from "#lib/disk-full.ts";
import { AppError } from "#lib/errors.ts";

/** A reason not to start, or not to go on, that the operator can do something about. */
export const refusal = (sentence: string) => new AppError("unavailable", sentence);

export const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : undefined);

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The sentence that the operator reads about a failure; a bug keeps its stack. */
export function explain(error: unknown): string {
  if (isDiskFull(error)) return DISK_FULL_SENTENCE;
  if (error instanceof AppError) return error.message;
  const code = codeOf(error);
  if (code === "EACCES" && /^spawn /.test(messageOf(error)))
    return `Không chạy được ${messageOf(error).split(" ")[1]}: thư mục đó không cho chạy chương trình (noexec). Hãy đặt TMPDIR, hoặc đặt mã nguồn, ở thư mục khác.`;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return `Không đủ quyền đọc hoặc ghi: ${messageOf(error)}. Hãy chạy bằng tài khoản đã dùng lần đầu, hoặc sửa quyền của thư mục đó.`;
  return `Lỗi ngoài dự kiến, hãy gửi đoạn sau cho người phát triển:\n${error instanceof Error ? error.stack : String(error)}`;
}
