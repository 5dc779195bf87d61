import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { expect, test } from "vitest";
import { watchSockets } from "#lib/server/front/socket-limits.ts";

const LONG = Buffer.alloc(32 * 1024 * 1024);

async function serve(silenceMs: number) {
  const server = http.createServer((_request, response) => response.end(LONG));
  watchSockets(server, [], silenceMs);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : 0 };
}

test("a reader who stops reading is let go, one who goes on reading is not", async () => {
  const { server, port } = await serve(1000);
  const ask = () => net.connect(port, "127.0.0.1", () => reader.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));

  let reader = ask().pause();
  const [stuck] = (await once(server, "connection")) as [net.Socket];
  await once(stuck, "close");
  reader.destroy();

  reader = ask();
  const answer = Promise.withResolvers<number>();
  let bytes = 0;
  reader.on("data", (chunk) => {
    bytes += chunk.length;
    if (bytes > LONG.length) answer.resolve(bytes);
  });
  expect(await answer.promise).toBeGreaterThan(LONG.length);
  reader.destroy();
  server.close();
});
