import http from "node:http";
import type { AddressInfo } from "node:net";

type Heard = { method: string; url: string; headers: http.IncomingHttpHeaders };

/** A real web server on this machine that remembers what it was asked, and how many at once. */
export async function startWebServer(answer: (request: http.IncomingMessage, response: http.ServerResponse) => void) {
  const heard: Heard[] = [];
  const state = { now: 0, most: 0 };
  const server = http.createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    heard.push({ method, url, headers });
    state.now += 1;
    state.most = Math.max(state.most, state.now);
    response.once("close", () => {
      state.now -= 1;
    });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    heard,
    mostAtOnce: () => state.most,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
