import { expect, test, vi } from "vitest";
import { clock, front, next, send } from "#tests/support/front.ts";

vi.hoisted(() => vi.stubEnv("METRICS_TOKEN", "only-for-tests-only"));

test("alive at once, ready with the first page", async () => {
  next.mockImplementationOnce((_request, response) => void response.writeHead(500).end());
  expect((await send("/api/health")).status).toBe(200);
  expect(JSON.parse((await send("/api/ready")).body.toString())).toEqual({ status: "starting" });
  expect((await send("/")).status).toBe(500);
  expect((await send("/api/ready")).status).toBe(503);
  await send("/");
  expect((await send("/api/ready")).status).toBe(200);
});

test("metrics exist for who has the token", async () => {
  expect((await send("/api/metrics")).status).toBe(404);
  expect((await send("/api/metrics", { headers: { authorization: "Bearer wrong-wrong-wrong" } })).status).toBe(404);
  await send("/dem");
  const answer = await send("/api/metrics", { headers: { authorization: "Bearer only-for-tests-only" } });
  expect(answer.status).toBe(200);
  expect(answer.body.toString()).toContain("page_fill_seconds_count");
});

test("alive without the database, ready only with it", async () => {
  clock.connected = false;
  expect((await send("/api/health")).status).toBe(200);
  expect((await send("/api/ready")).status).toBe(503);
  clock.connected = true;
  expect((await send("/api/ready")).status).toBe(200);
});

test("draining, each answer is the last of its connection", async () => {
  front.startDraining();
  expect((await send("/api/ready")).status).toBe(503);
  const answer = await send("/", { headers: { connection: "keep-alive" } });
  expect(answer).toMatchObject({ status: 200, headers: { connection: "close" } });
});
