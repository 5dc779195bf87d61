import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { next, send, sendRaw } from "#tests/support/front.ts";

const REQUESTS = {
  "a page": "GET /bai-viet/a HTTP/1.1\r\nHost: a\r\n",
  "a page, packed": "GET /bai-viet/a HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\n",
  "a head": "HEAD /bai-viet/a HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\n",
  "nothing new": "GET /bai-viet/a HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nIf-None-Match: *\r\n",
  "a missing page": "GET /khong-tim-thay HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n",
};

/** Of an answer: status and headers that do not belong to the connection, and the bytes behind them. */
function parse(answer: string) {
  const [head = "", body] = answer.split("\r\n\r\n", 2);
  const ofConnection = /^(Connection|Keep-Alive): /;
  return { head: head.split("\r\n").filter((line) => !ofConnection.test(line)), body };
}

test.each(Object.entries(REQUESTS))("%s says what node:http would say", async (_what, request) => {
  for (const path of ["/bai-viet/a", "/khong-tim-thay"]) await send(path);
  const both = await sendRaw(`${request}\r\n${request}Connection: close\r\n\r\n`);

  const [ready = "", slow = ""] = both.split(/(?=HTTP\/1\.1 \d)/);
  expect(ready).toContain("\r\nConnection: keep-alive\r\nKeep-Alive: timeout=65\r\n\r\n");
  expect(slow).toContain("\r\nConnection: close\r\n\r\n");
  expect(parse(ready)).toEqual(parse(slow));
});

test("answers on one connection keep their order, whether made before or not", async () => {
  const paths = ["/a", "/b", "/a", "/c", "/b", "/a"];
  const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n`;
  const all = await sendRaw(`${paths.map(ask).join("\r\n")}Connection: close\r\n\r\n`);
  expect([...all.matchAll(/<p>(\/[a-c])<\/p>/g)].map(([, path]) => path)).toEqual(paths);
  expect(next).toHaveBeenCalledTimes(3);
});

test("the date is the second of the answer, not of the first one", async () => {
  const packed = { headers: { "accept-encoding": "br", connection: "keep-alive" } };
  await send("/a", packed);
  const first = await send("/a", packed);
  await pause(1100);
  const later = await send("/a", packed);
  expect(later.body).toEqual(first.body);
  const passed = Date.parse(later.headers.date ?? "") - Date.parse(first.headers.date ?? "");
  expect(passed).toBeGreaterThanOrEqual(1000);
  expect(passed).toBeLessThanOrEqual(2000);
});
