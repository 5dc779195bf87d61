import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

const isWebSocket = ({ headers }: IncomingMessage) => /websocket/i.test(headers.upgrade ?? "");

/** How long and how much a client may take before it is an attack; nginx in front (docs/operations.md) is stricter. */
export const SOCKET_LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000, // longer than nginx keeps its own, so that nginx is never surprised
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 16 * 1024,
  noDelay: true,
  shouldUpgradeCallback: isWebSocket, // an offer of h2c is ignored, as RFC 9110 allows
};

const SILENCE_MS = 120_000;

/** Refuses what does not become a request: broken HTTP, WebSockets (Next would take them up), readers who stop reading. */
export function watchSockets(server: Server, security: string[], silenceMs = SILENCE_MS) {
  endTheStuck(server, silenceMs);
  const headers = security.map((text, index) => (index % 2 ? `: ${text}\r\n` : text)).join("");
  const refuse = (socket: Duplex, status: string) => {
    if (!socket.writable) return socket.destroy();
    socket.end(`HTTP/1.1 ${status}\r\n${headers}Content-Length: 0\r\nConnection: close\r\n\r\n`);
  };

  server.on("upgrade", (_request, socket) => {
    socket.on("error", () => {});
    refuse(socket, "426 Upgrade Required");
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET") return socket.destroy();
    refuse(socket, STATUS[error.code ?? ""] ?? "400 Bad Request");
  });
}

const STATUS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/**
 * Ends connections that have taken nothing of a waiting answer between one look and the next. Node's own timeout would be
 * set anew with each answer on each connection, which costs more than finding the page.
 */
function endTheStuck(server: Server, silenceMs: number) {
  const taken = new Map<Socket, number>();
  server.on("connection", (socket) => {
    taken.set(socket, -1);
    socket.once("close", () => taken.delete(socket));
  });
  const look = () => {
    for (const [socket, before] of taken) {
      const now = socket.writableLength > 0 ? socket.bytesWritten - socket.writableLength : -1;
      taken.set(socket, now);
      if (now >= 0 && now === before) socket.destroy();
    }
  };
  setInterval(look, silenceMs).unref();
}
