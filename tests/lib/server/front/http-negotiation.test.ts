import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseEncoding, matchesTag, unchangedSince } from "#lib/server/front/http-negotiation.ts";

describe("Accept-Encoding (RFC 9110, 12.5.3)", () => {
  test.each([
    [undefined, "identity"],
    ["", "identity"],
    ["br", "br"],
    ["gzip", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
    ["deflate", "identity"],
    ["*", "br"],
    ["identity", "identity"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0, *", "gzip"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["br; q=1.000 , gzip;q=0.999", "br"],
    ["BR, GZIP", "br"],
    ["x-gzip", "gzip"],
    ["gzip;q=0, br;q=0", "identity"],
    ["*;q=0", "identity"],
    ["br;q=0.1, identity;q=0.9", "identity"],
    ["br;q=x", "identity"],
    ["br;q=1.5", "identity"],
    [",,,", "identity"],
  ])("%s → %s", (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
    expect(chooseEncoding(header)).toBe(encoding); // the remembered answer is the same
  });

  test("no field makes it fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (header) => {
        expect(["br", "gzip", "identity"]).toContain(chooseEncoding(header));
      }),
    );
  });

  test("a coding refused by name is never chosen", () => {
    const field = fc.array(fc.constantFrom("br", "gzip;q=0.3", "identity;q=0.2", "deflate", "*;q=0.4"), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(field, (others) => {
        const without = others.filter((other) => other !== "br");
        expect(chooseEncoding(["br;q=0", ...without].join(", "))).not.toBe("br");
      }),
    );
  });
});

describe("If-None-Match (RFC 9110, 13.1.2)", () => {
  test.each([
    ['"a-br5"', true],
    ['W/"a-br5"', true],
    ['"x", "a-br5"', true],
    ['"x","y" , W/"a-br5"', true],
    ["*", true],
    [" * ", true],
    ['"a"', false],
    ["a-br5", false],
    ["", false],
    [`${'"x", '.repeat(1000)}"a-br5"`, false],
  ])("%s: %s", (header, matched) => {
    expect(matchesTag(header, '"a-br5"')).toBe(matched);
  });
});

describe("If-Modified-Since (RFC 9110, 13.1.3)", () => {
  const changedAt = Date.UTC(2026, 10, 24, 5, 0, 0);

  test.each([
    ["Tue, 24 Nov 2026 05:00:00 GMT", true],
    ["Tue, 24 Nov 2026 05:00:01 GMT", true],
    ["Tue, 24 Nov 2026 04:59:59 GMT", false],
    ["Tuesday, 24-Nov-26 05:00:00 GMT", true],
    ["2026-11-25", false],
    ["hôm qua", false],
    ["99999999999999", false],
    ["", false],
  ])("%s: %s", (header, unchanged) => {
    expect(unchangedSince(header, changedAt)).toBe(unchanged);
  });

  test("a page without a usable date is never unchanged", () => {
    expect(unchangedSince("Tue, 24 Nov 2026 05:00:00 GMT", Number.POSITIVE_INFINITY)).toBe(false);
  });
});
