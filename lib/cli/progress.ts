import { SingleBar } from "cli-progress";

/** Shows how far a long command is: a bar on a terminal, else a line at every tenth. Standard output stays free for results. */
export function startProgress(total: number) {
  return process.stderr.isTTY ? bar(total) : lines(total);
}

function bar(total: number) {
  const shown = new SingleBar({ format: "{bar} {percentage}% · {value}/{total} · còn {eta_formatted}", barsize: 30 });
  shown.start(total, 0);
  return {
    step: () => shown.increment(),
    /** Writes a line without tearing the bar, which is drawn again below it. */
    print(stream: NodeJS.WriteStream, line: string) {
      process.stderr.write("\r\x1b[K");
      stream.write(`${line}\n`);
    },
    stop: () => shown.stop(),
  };
}

function lines(total: number) {
  let done = 0;
  return {
    step() {
      const tenth = Math.floor((done * 10) / total);
      done++;
      if (Math.floor((done * 10) / total) > tenth)
        process.stderr.write(`${Math.floor((done * 100) / total)} % (${done}/${total})\n`);
    },
    print: (stream: NodeJS.WriteStream, line: string) => void stream.write(`${line}\n`),
    stop: () => {},
  };
}
