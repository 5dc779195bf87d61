import { isDiskFull } from "#lib/disk-full.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/** A failure as the person before the screen is told of it; a bug is thrown on. */
export function expectedFailure(error: unknown) {
  if (error instanceof AppError) return error;
  if (!isDiskFull(error)) throw error;
  log.error("The disk is full: nothing can be written until there is room");
  return new AppError("unavailable", "Máy chủ hết chỗ chứa nên chưa lưu được. Hãy báo người quản trị rồi thử lại.");
}
