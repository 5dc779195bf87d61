import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

function cli(args: readonly string[], settings: Record<string, string> = {}) {
  const env = { ...process.env, ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["lib/cli/main.ts", ...args], {
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

test.each([
  [["--help"], 0, "stdout", "article:import"],
  [[], 2, "stderr", "Các lệnh:"],
  [["user:delete"], 2, "stderr", "Không có lệnh “user:delete”."],
  [["constructor"], 2, "stderr", "Không có lệnh"],
  [["user:create", "--help"], 0, "stdout", "--role"],
  [["user:create", "--email", "a@b.vn"], 2, "stderr", "Thiếu --name, --role."],
  [["user:create", "--mail", "a@b.vn"], 2, "stderr", "Không hiểu tùy chọn --mail."],
  [["article:import", "--help"], 0, "stdout", "--category"],
  [["article:import", "--publish"], 2, "stderr", "ít nhất một tệp"],
] as const)("%j ends with %i", (args, status, stream, text) => {
  const answer = cli(args);
  expect(answer.status).toBe(status);
  expect(answer[stream]).toContain(text);
  expect(answer[stream === "stdout" ? "stderr" : "stdout"]).toBe("");
});

test("a wrong setting is a sentence that names it", () => {
  const { status, stderr } = cli(["user:create"], { PORT: "abc" });
  expect(status).toBe(1);
  expect(stderr).toBe("Cấu hình không hợp lệ: PORT (giá trị không hợp lệ). Xem bảng cấu hình trong README.md.\n");
});
