import net from "node:net";

const CONNECTIONS = 16;
const END_OF_HEAD = "\r\n\r\n";

/** Answers a second to HEAD or GET over kept connections. wrk waits for the body that an answer to HEAD only announces. */
export async function rateOf(method: "GET" | "HEAD", url: URL, seconds: number) {
  const request = `${method} ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nAccept-Encoding: br, gzip\r\n\r\n`;
  const until = performance.now() + seconds * 1000;
  const counts = await Promise.all(Array.from({ length: CONNECTIONS }, () => askAgain(request, method, url, until)));
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

/** One connection: a request, its whole answer, the next. */
function askAgain(request: string, method: "GET" | "HEAD", url: URL, until: number) {
  return new Promise<number>((resolve, reject) => {
    let answered = 0;
    let pending = "";
    const socket = net.connect(Number(url.port), url.hostname, () => socket.write(request));
    socket.setEncoding("latin1").on("error", reject);
    socket.on("data", (text: string) => {
      pending += text;
      if (!isWhole(pending, method)) return;
      pending = "";
      answered++;
      if (performance.now() < until) socket.write(request);
      else socket.destroy();
    });
    socket.on("close", () => resolve(answered));
  });
}

function isWhole(answer: string, method: "GET" | "HEAD") {
  const end = answer.indexOf(END_OF_HEAD);
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, end))?.[1];
  return answer.length === end + END_OF_HEAD.length + (method === "HEAD" ? 0 : Number(length));
}
