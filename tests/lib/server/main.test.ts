import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { tryLock } from "#lib/server/start/lock.ts";

const SECRET = "jV9kqJ7zq0Q4m1eM0o2b5r8u1x4A7D0G";

vi.setConfig({ testTimeout: 60_000 });

/** Starts the site with these settings alone; resolves when it has ended. */
async function start(settings: Record<string, string>) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "start-"));
  const child = spawn(process.execPath, ["lib/server/main.ts"], {
    env: { NODE_ENV: "production", PATH: process.env["PATH"], DATA_DIR: folder, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const output of [child.stdout, child.stderr]) output.on("data", (bytes) => (said += bytes));
  await once(child, "close");
  return { code: child.exitCode, said, made: fs.readdirSync(folder) };
}

test.each([
  ["a wrong port", { PORT: "70000" }, /Cấu hình không hợp lệ: PORT/],
  ["a wrong address", { HOST: "192.0.2.1" }, /192\.0\.2\.1, cổng 0: không phải địa chỉ của máy này/],
  ["a short secret", { AUTH_SECRET: "short" }, /AUTH_SECRET \(cần ít nhất 32 ký tự/],
  ["an example's secret", { AUTH_SECRET: "changeme-changeme-changeme-changeme" }, /AUTH_SECRET vẫn là giá trị mẫu/],
  ["no secret for a shared database", { DATABASE_URL: "postgresql://a@127.0.0.1:1/b" }, /thiếu AUTH_SECRET/],
  [
    "a database that does not answer",
    { DATABASE_URL: "postgresql://a:hidden@127.0.0.1:1/b", AUTH_SECRET: SECRET },
    /Không kết nối được cơ sở dữ liệu 127\.0\.0\.1:1\/b: không có máy chủ nào trả lời/,
  ],
  [
    "the tests' code in public",
    { CAPTCHA_TEST_CODE: "ABCDE", HOST: "0.0.0.0" },
    /CAPTCHA_TEST_CODE chỉ dành cho kiểm thử/,
  ],
])("%s is one sentence, and nothing is started", async (_what, settings, sentence) => {
  const { code, said, made } = await start({ PORT: "0", ...settings });
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/\n {4}at |hidden/);
  expect(code).toBe(1);
  expect(made).not.toContain("postgres");
});

test("a database that may forget what it confirmed is refused", async () => {
  const { code, said } = await start({ PORT: "0", DATABASE_URL: process.env["OWNER_URL"] ?? "", AUTH_SECRET: SECRET });
  expect(said).toMatch(/Hãy bật lại trên máy chủ: fsync, full_page_writes, synchronous_commit/);
  expect(code).toBe(1);
});

test("a taken port is told before anything is started", async () => {
  const other = net.createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address ? String(address.port) : "";

  const { code, said, made } = await start({ PORT: port });
  other.close();
  expect(said).toContain(`cổng ${port}: đang có chương trình khác dùng`);
  expect(code).toBe(1);
  expect(made).not.toContain("postgres");
});

test("a second start on the same folder names the first and leaves it alone", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "start-"));
  const release = tryLock(path.join(folder, "site.lock"), "alone");
  fs.writeFileSync(path.join(folder, "running"), "http://127.0.0.1:3000");

  const { code, said } = await start({ DATA_DIR: folder, PORT: "0" });
  expect(said).toMatch(/Trang đang chạy với thư mục dữ liệu .* rồi \(http:\/\/127\.0\.0\.1:3000\)/);
  expect(code).toBe(1);
  expect(fs.existsSync(path.join(folder, "running"))).toBe(true);
  release?.();
});
