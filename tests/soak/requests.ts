import http from "node:http";

type Sent = { method?: "GET" | "POST"; headers?: http.OutgoingHttpHeaders; body?: string };
export type Received = { status: number; headers: http.IncomingHttpHeaders; body: string };

const PATIENCE = 10_000;

/** Asks over connections that are kept, and answers undefined when nobody can say what became of the request. */
export function createRequester(connections: number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  return function ask(url: string, { method = "GET", headers = {}, body }: Sent = {}) {
    return new Promise<Received | undefined>((resolve) => {
      const lost = () => resolve(undefined);
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const request = http.request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", lost);
        response.on("close", lost);
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: String(Buffer.concat(chunks)) }),
        );
      });
      request.setTimeout(PATIENCE, () => request.destroy());
      request.on("error", lost);
      request.end(body);
    });
  };
}

export type Ask = ReturnType<typeof createRequester>;
