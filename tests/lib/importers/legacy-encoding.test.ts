import fc from "fast-check";
import { expect, test } from "vitest";
import { detectEncoding, fromFont, rescueEncoding } from "#lib/importers/legacy-encoding.ts";
import { fromTcvn3 } from "#lib/importers/tcvn3.ts";
import { fromVni } from "#lib/importers/vni.ts";
import { isVietnameseSyllable } from "#lib/syllable.ts";

const VOWELS = [..."aăâeêioôơuưy"];
const TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const onset = fc.constantFrom("", "b", "ch", "đ", "h", "l", "m", "n", "ng", "nh", "ph", "s", "t", "th", "tr", "v");
const coda = fc.constantFrom("", "n", "ng", "m", "c", "t", "i", "u");
const syllable = fc
  .tuple(onset, fc.constantFrom(...VOWELS), fc.constantFrom(...TONES), coda)
  .map(([first, vowel, tone, last]) => (first + vowel + tone + last).normalize("NFC"))
  .filter(isVietnameseSyllable);
const sentence = fc.array(syllable, { minLength: 1, maxLength: 20 }).map((words) => words.join(" "));

/** The inverse of a decoder over the small letters and the capitals that it knows. */
function encoder(decode: (text: string) => string, signs: string[]) {
  const pairs = signs.map((sign) => [decode(sign), sign] as const);
  const codes = new Map(pairs);
  return (text: string) => [...text].map((letter) => codes.get(letter) ?? letter).join("");
}

const latin = Array.from({ length: 0x60 }, (_, at) => String.fromCharCode(0xa0 + at));
const toTcvn3 = encoder(fromTcvn3, latin);
const toVni = encoder(fromVni, [...[..."aeouyôö"].flatMap((base) => latin.map((sign) => base + sign)), ..."ôöñæóòîíì"]);

test("every syllable comes back from TCVN3 and from VNI", () => {
  fc.assert(
    fc.property(sentence, (text) => {
      expect(fromTcvn3(toTcvn3(text))).toBe(text);
      expect(fromVni(toVni(text))).toBe(text);
    }),
  );
});

test("Unicode text is never converted, in either form, whatever the font says", () => {
  fc.assert(
    fc.property(sentence, (text) => {
      expect(rescueEncoding(text)).toMatchObject({ text, encoding: "unicode", changed: false });
      expect(rescueEncoding(text.normalize("NFD"))).toMatchObject({ text, changed: false });
    }),
  );
  expect(fromFont("Đảng ủy phường", ".VnTime")).toBe("Đảng ủy phường");
});

test.each(["Malmö, Düsseldorf và São Paulo", "né à Paris", "€ 5, § 12, ®, 20°C", "", "Chi bo 1", "Nhà, xã, cá"])(
  "%j is left alone",
  (text) => {
    expect(rescueEncoding(text)).toMatchObject({ text, changed: false });
  },
);

test("bytes alone tell TCVN3 from VNI", () => {
  expect(detectEncoding("Uû ban nh©n d©n")).toBe("tcvn3");
  expect(detectEncoding("UÛy ban nhaân daân phöôøng Ñoâng Thanh")).toBe("vni");
});

test("in a mixed text only the unreadable lines change, and the preview shows them", () => {
  const rescued = rescueEncoding("Đảng ủy phường\n§¶ng bé ph­êng\nHết");
  expect(rescued).toEqual({
    text: "Đảng ủy phường\nĐảng bộ phường\nHết",
    encoding: "tcvn3",
    changed: true,
    preview: [{ before: "§¶ng bé ph­êng", after: "Đảng bộ phường" }],
  });
});

test("a capital font makes capitals, and private-use signs of a symbol font are read", () => {
  expect(fromFont("®¶ng uû ph­êng", ".VnTimeH")).toBe("ĐẢNG UỶ PHƯỜNG");
  expect(fromFont("nh\uf0a9n", ".VnTime")).toBe("nhân");
});
