import { expect, test } from "vitest";
import { isPublicAddress } from "#lib/links/public-address.ts";

test.each(["8.8.8.8", "113.160.1.1", "172.32.0.1", "2001:4860:4860::8888", "2405:4800::1"])("%s is public", (ip) => {
  expect(isPublicAddress(ip)).toBe(true);
});

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:8.8.8.8",
  "64:ff9b::a00:1",
  "2001::1",
  "2002:a00:1::",
  "fc00::1",
  "fe80::1",
  "ff02::1",
])("%s is not", (ip) => {
  expect(isPublicAddress(ip)).toBe(false);
});
