import fs from "node:fs";
import net from "node:net";
import { codeOf, refusal } from "#lib/server/start/operator-failure.ts";
import { readIfThere } from "#lib/server/start/read-if-there.ts";

/** The port as a free one: itself, or any when it is 0. Rejects with the system's reason. */
function probe(host: string, port: number) {
  return new Promise<number>((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

/** The port used last time when it is still free, else another, noted for the next time. */
export async function keptPort(note: string) {
  const last = Number(readIfThere(note)) || 0;
  const port = await probe("127.0.0.1", last).catch(() => probe("127.0.0.1", 0));
  fs.writeFileSync(note, String(port), { mode: 0o600 });
  return port;
}

const REASONS: Record<string, string> = {
  EADDRINUSE: "đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc đặt PORT khác",
  EACCES: "cần quyền cao hơn. Hãy đặt PORT từ 1024 trở lên",
  EADDRNOTAVAIL: "không phải địa chỉ của máy này. Hãy sửa HOST",
  ENOTFOUND: "không phải địa chỉ của máy này. Hãy sửa HOST",
};

/** Makes sure, before anything is started, that the site will be able to listen there. */
export async function claimPort(host: string, port: number) {
  try {
    return await probe(host, port);
  } catch (error) {
    const reason = REASONS[codeOf(error) ?? ""];
    throw reason ? refusal(`Địa chỉ ${host}, cổng ${port}: ${reason}, rồi chạy lại.`) : error;
  }
}
