import { system } from "#lib/actor.ts";
import { type Command, readArgs, UsageError } from "#lib/cli/command.ts";
import { readPassword } from "#lib/cli/password.ts";
import { AppError } from "#lib/errors.ts";
import { withSiteDatabase } from "#lib/server/command-database.ts";

const actor = system("user:password");

export const userPassword: Command = {
  summary: "Đặt mật khẩu mới cho người quên mật khẩu hoặc mất điện thoại",
  help: `Cách dùng: npm run cli -- user:password --email ĐỊA_CHỈ [--without-second-factor]

Mật khẩu được hỏi trên màn hình, hoặc đọc từ đầu vào chuẩn. Mọi nơi đang đăng nhập bằng tài khoản này phải đăng nhập lại.

  --email                  địa chỉ thư điện tử của tài khoản
  --without-second-factor  tắt luôn xác nhận hai bước, khi điện thoại và mã dự phòng đều không còn
`,

  async run(args) {
    const { values } = readArgs({
      args,
      options: { email: { type: "string" }, "without-second-factor": { type: "boolean", default: false } },
    });
    const { email } = values;
    if (typeof email !== "string") throw new UsageError("Thiếu --email.");
    const password = await readPassword("Mật khẩu chưa được đổi.");
    return withSiteDatabase(async () => {
      const { db } = await import("#lib/db.ts");
      const { setPassword, turnOffSecondFactor } = await import("#lib/users/mutations.ts");
      const user = await db.user.findUnique({ where: { email: email.normalize("NFC").trim().toLowerCase() } });
      if (!user) throw new AppError("not-found", "Không có tài khoản nào dùng địa chỉ thư này.");
      await setPassword(actor, { userId: user.id, password });
      if (values["without-second-factor"]) await turnOffSecondFactor(actor, { userId: user.id });
      process.stdout.write(`${JSON.stringify({ id: user.id, email: user.email })}\n`);
      return 0;
    });
  },
};
