import { type ParseArgsConfig, parseArgs } from "node:util";
import { z } from "zod";
import { DISK_FULL_SENTENCE, isDiskFull } from "#lib/disk-full.ts";
import { AppError } from "#lib/errors.ts";

/** One of the operator's commands. `run` gives the exit code: 0 done, 1 failed; wrong arguments are a UsageError, 2. */
export type Command = { summary: string; help: string; run(args: string[]): Promise<number> };

/** The command was typed wrongly: `message` says what is missing or unknown. */
export class UsageError extends Error {}

/** node:util's parseArgs with a Vietnamese sentence for what it refuses. */
export function readArgs<T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs(config);
  } catch (error) {
    const wrong = /'(?<option>-[^' ]*)[^']*'/.exec(String(error))?.groups?.["option"];
    if (!wrong) throw new UsageError("Không hiểu các tham số.");
    const lacksValue = codeOf(error) === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE";
    throw new UsageError(
      lacksValue ? `Tùy chọn ${wrong} dùng chưa đúng. Hãy xem --help.` : `Không hiểu tùy chọn ${wrong}.`,
    );
  }
}

/** What an operator reads about a failure, in one line. */
export function sentenceOf(error: unknown) {
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join(" ");
  if (error instanceof AppError) return error.message;
  if (isDiskFull(error)) return DISK_FULL_SENTENCE;
  if (codeOf(error) === "ENOENT") return "Không tìm thấy tệp này.";
  if (codeOf(error) === "EISDIR") return "Đây là thư mục, không phải tệp.";
  if (codeOf(error) === "EACCES") return "Không được phép đọc tệp này.";
  return `Lỗi ngoài dự kiến: ${error instanceof Error ? error.message : String(error)}`;
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);
