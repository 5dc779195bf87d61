import { readFileSync } from "node:fs";
import { type Command, readArgs, UsageError } from "#lib/cli/command.ts";
import { fileAt } from "#lib/cli/files.ts";
import { AppError } from "#lib/errors.ts";
import { readReceipt } from "#lib/polls/receipt.ts";
import { verifyBoard } from "#lib/polls/verify.ts";

export const pollVerify: Command = {
  summary: "Kiểm lại một cuộc thăm dò từ tệp bảng kiểm phiếu",
  help: `Cách dùng: npm run cli -- poll:verify TỆP [--receipt MÃ_BIÊN_NHẬN]

TỆP tải từ trang “Kiểm phiếu” của một cuộc thăm dò đã đóng (bang-kiem.json). Lệnh đếm lại các phiếu, tính lại
các niêm phong và so với kết quả công bố, không cần mạng và không cần cơ sở dữ liệu. Khớp hết: mã 0; có chỗ sai: mã 1.
`,

  async run(args) {
    const { values, positionals } = readArgs({
      args,
      allowPositionals: true,
      options: { receipt: { type: "string" } },
    });
    const [file] = positionals;
    if (!file || positionals.length > 1) throw new UsageError("Hãy cho biết đúng một tệp.");
    const receipt = values.receipt === undefined ? undefined : readReceipt(values.receipt);
    if (values.receipt !== undefined && !receipt) throw new UsageError("Mã biên nhận gồm 12 chữ và số.");

    const problems = verifyBoard(parse(readFileSync(fileAt(file), "utf8")), receipt);
    if (problems.length > 0) throw new AppError("conflict", `KHÔNG KHỚP. ${problems.slice(0, 20).join(" ")}`);
    process.stdout.write("Khớp: các phiếu, niêm phong và kết quả công bố giống nhau.\n");
    return 0;
  },
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", "Tệp này không phải JSON.");
  }
}
