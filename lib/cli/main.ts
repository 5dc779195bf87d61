import { sentenceOf } from "#lib/cli/command.ts";

// `npm run cli -- …`. The rest is loaded from inside, so that a wrong setting is a sentence and not a stack.
try {
  const { runCommand } = await import("#lib/cli/commands.ts");
  process.exitCode = await runCommand(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
