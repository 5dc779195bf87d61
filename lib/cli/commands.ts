import { articleImport } from "#lib/cli/article-import.ts";
import { type Command, sentenceOf, UsageError } from "#lib/cli/command.ts";
import { pollVerify } from "#lib/cli/poll-verify.ts";
import { userCreate } from "#lib/cli/user-create.ts";
import { userPassword } from "#lib/cli/user-password.ts";

const commands: Record<string, Command> = {
  "user:create": userCreate,
  "user:password": userPassword,
  "article:import": articleImport,
  "poll:verify": pollVerify,
};

function overview() {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(16)}${summary}`);
  return `Cách dùng: npm run cli -- LỆNH [THAM SỐ]\n\nCác lệnh:\n${lines.join("\n")}\n\nThêm --help sau tên lệnh để xem hướng dẫn.\n`;
}

/** Finds the command and turns what happens into an exit code. */
export async function runCommand([name = "", ...args]: string[]) {
  if (isHelp(name)) return say(process.stdout, overview(), 0);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return say(process.stderr, name ? `Không có lệnh “${name}”.\n\n${overview()}` : overview(), 2);
  if (args.some(isHelp)) return say(process.stdout, command.help, 0);

  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof UsageError) return say(process.stderr, `${error.message}\n\n${command.help}`, 2);
    return say(process.stderr, `${sentenceOf(error)}\n`, 1);
  }
}

const isHelp = (word: string) => word === "--help" || word === "-h";

function say(stream: NodeJS.WriteStream, text: string, code: number) {
  stream.write(text);
  return code;
}
