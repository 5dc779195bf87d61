import { expect, test } from "vitest";
import { ticketCookie, ticketIn } from "#lib/captcha/cookie.ts";

test("a ticket's cookie is out of scripts' and other sites' reach and lives as long as its code", () => {
  expect(ticketCookie("a-b", "x.y.z")).toBe("ma_a-b=x.y.z; Path=/; Max-Age=600; HttpOnly; SameSite=Strict");
});

test("a ticket is found among other cookies by its poll's own name", () => {
  const headers = (cookie: string) => new Headers({ cookie });

  expect(ticketIn(headers("co=2; ma_a=1.2.3; ma_a-b=4.5.6"), "a-b")).toBe("4.5.6");
  expect(ticketIn(headers("xma_a=1"), "a")).toBe("");
  expect(ticketIn(new Headers(), "a")).toBe("");
});
