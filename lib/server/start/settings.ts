import { env } from "#lib/env.ts";
import { refusal } from "#lib/server/start/operator-failure.ts";
import { complain } from "#lib/server/start/say.ts";

/** A fixed code opens the poll to programs: only tests on this very machine may have it. */
export function refuseTestCodeInPublic() {
  if (!env.CAPTCHA_TEST_CODE) return;
  if (!isLoopback(env.HOST))
    throw refusal(
      `CAPTCHA_TEST_CODE chỉ dành cho kiểm thử tự động, không được dùng khi trang nghe ở ${env.HOST}. Hãy bỏ biến này, hoặc đặt HOST=127.0.0.1.`,
    );
  complain(
    "!!! CẢNH BÁO: CAPTCHA_TEST_CODE đang bật, mã xác nhận nào cũng như nhau. Chỉ dùng cho kiểm thử tự động, không bao giờ cho người đọc. !!!",
  );
}

const isLoopback = (host: string) => host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
