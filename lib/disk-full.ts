/** What the operator is told of it. */
export const DISK_FULL_SENTENCE =
  "Ổ đĩa đã đầy. Hãy giải phóng dung lượng rồi chạy lại; dữ liệu đã lưu vẫn còn nguyên.";

const DISK_FULL = /ENOSPC|EDQUOT|no space left on device|disk quota exceeded|code: `53100`/i;

/** Whether something failed because the disk is full, as Node, PostgreSQL (SQLSTATE 53100) or a program's output says it. */
export const isDiskFull = (error: unknown) =>
  (error instanceof Error && "code" in error && error.code === "53100") || DISK_FULL.test(String(error));
