import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { clientAddress, networkDigest, networkOfAddress } from "#lib/server/front/client-network.ts";

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded ? { "x-forwarded-for": forwarded } : {},
  }) as unknown as IncomingMessage;

test.each([
  ["no proxy: the field is the client's own word", "9.9.9.9", "1.2.3.4", 0, "9.9.9.9"],
  ["one proxy: its entry is the last", "10.0.0.1", "6.6.6.6, 1.2.3.4", 1, "1.2.3.4"],
  ["two proxies: the last but one", "10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", 2, "1.2.3.4"],
  ["fewer entries than proxies", "10.0.0.1", "1.2.3.4", 2, "1.2.3.4"],
  ["with a port", "10.0.0.1", "1.2.3.4:5678", 1, "1.2.3.4"],
  ["IPv6 with a port", "10.0.0.1", "[2001:db8::1]:443", 1, "2001:db8::1"],
  ["no address at all", "10.0.0.1", "unknown", 1, "10.0.0.1"],
  ["no field", "10.0.0.1", undefined, 1, "10.0.0.1"],
])("%s", (_what, direct, forwarded, proxies, address) => {
  expect(clientAddress(from(direct, forwarded), proxies)).toBe(address);
});

test.each([
  ["1.2.3.4", "1.2.3.4"],
  ["::ffff:1.2.3.4", "1.2.3.4"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:0001:2::6", "2001:db8:1:2::/64"],
  ["2001:db8::6", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("the network of %s is %s", (address, network) => {
  expect(networkOfAddress(address)).toBe(network);
});

test("a digest names the network under one salt and does not hold it", () => {
  const digest = networkDigest("1.2.3.4", "today's");
  expect(networkDigest("1.2.3.4", "today's")).toBe(digest);
  expect(networkDigest("1.2.3.4", "tomorrow's")).not.toBe(digest);
  expect(networkDigest("1.2.3.5", "today's")).not.toBe(digest);
  expect(digest).toMatch(/^[\w-]{22}$/);
});
