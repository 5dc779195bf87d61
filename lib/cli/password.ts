import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { AppError } from "#lib/errors.ts";

/** A password from the terminal, where it is asked twice and not shown, or from standard input. `undone` says what was not done. */
export async function readPassword(undone: string) {
  return process.stdin.isTTY ? askTwice(undone) : (await text(process.stdin)).replace(/\r?\n$/, "");
}

async function askTwice(undone: string) {
  const password = await askHidden("Mật khẩu: ");
  if ((await askHidden("Nhập lại mật khẩu: ")) !== password)
    throw new AppError("invalid", `Hai lần nhập mật khẩu không giống nhau. ${undone}`);
  return password;
}

/** Asks on the terminal and shows nothing of what is typed. */
async function askHidden(question: string) {
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: silence, terminal: true });
  process.stderr.write(question);
  try {
    return await prompt.question("");
  } finally {
    prompt.close();
    process.stderr.write("\n");
  }
}
