import { system } from "#lib/actor.ts";
import { type Command, readArgs, UsageError } from "#lib/cli/command.ts";
import { readPassword } from "#lib/cli/password.ts";
import { withSiteDatabase } from "#lib/server/command-database.ts";

export const userCreate: Command = {
  summary: "Tạo tài khoản cho người viết bài, biên tập hoặc quản trị",
  help: `Cách dùng: npm run cli -- user:create --email ĐỊA_CHỈ --name "HỌ TÊN" --role VAI_TRÒ

Mật khẩu được hỏi trên màn hình, hoặc đọc từ đầu vào chuẩn:
  npm run cli -- user:create --email an@example.vn --name "Nguyễn Văn An" --role editor < mat-khau.txt

  --email   địa chỉ thư điện tử, dùng để đăng nhập
  --name    họ và tên
  --role    contributor (cộng tác viên), editor (biên tập), publisher (duyệt đăng)
            hoặc administrator (quản trị)
`,

  async run(args) {
    const { values } = readArgs({
      args,
      options: { email: { type: "string" }, name: { type: "string" }, role: { type: "string" } },
    });
    const missing = ["email", "name", "role"].filter((option) => !Object.hasOwn(values, option));
    if (missing.length > 0) throw new UsageError(`Thiếu ${missing.map((option) => `--${option}`).join(", ")}.`);

    const password = await readPassword("Tài khoản chưa được tạo.");
    return withSiteDatabase(async () => {
      const { createUser } = await import("#lib/users/mutations.ts");
      const user = await createUser(system("user:create"), { ...values, password });
      process.stdout.write(`${JSON.stringify({ id: user.id, email: user.email, role: user.role })}\n`);
      return 0;
    });
  },
};
