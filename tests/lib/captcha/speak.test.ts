import { expect, test } from "vitest";
import { ALPHABET } from "#lib/captcha/challenge.ts";
import { speakCode } from "#lib/captcha/speak.ts";

const HEADER = 44;

test("a code is spoken as a WAV whose header agrees with its length", () => {
  const wav = speakCode("HK3QF", 1);

  expect(wav.toString("latin1", 0, 16)).toMatch(/^RIFF....WAVEfmt $/s);
  expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
  expect(wav.readUInt32LE(40)).toBe(wav.length - HEADER);
  expect((wav.length - HEADER) / 11_025).toBeGreaterThan(4);
  expect((wav.length - HEADER) / 11_025).toBeLessThan(10);
  expect(wav.length).toBeLessThan(110_000);
});

test("every symbol is heard, apart from the others, without clipping", () => {
  for (const symbol of ALPHABET) {
    const samples = speakCode(symbol, 1).subarray(HEADER);
    const loud = samples.filter((sample) => Math.abs(sample - 128) > 20).length;
    expect(loud / 11_025, symbol).toBeGreaterThan(0.03);
    expect(samples.filter((sample) => sample === 0 || sample === 255).length, symbol).toBeLessThan(5);
  }
  const parts = stretches(speakCode("HK3QF", 1).subarray(HEADER));
  expect(parts).toBeGreaterThanOrEqual(5);
});

test("two challenges of one code sound differently, one challenge always the same", () => {
  expect(speakCode("HK3QF", 1).equals(speakCode("HK3QF", 2))).toBe(false);
  expect(speakCode("HK3QF", 1).equals(speakCode("HK3QF", 1))).toBe(true);
});

test("a fixed test code may hold symbols without a clip", () => {
  expect(speakCode("AAAAA", 1).length).toBeGreaterThan(HEADER);
});

/** How many times sound starts after at least a quarter of a second of quiet. */
function stretches(samples: Buffer) {
  let quiet = 11_025;
  let found = 0;
  for (const sample of samples) {
    const loud = Math.abs(sample - 128) > 16;
    if (loud && quiet > 11_025 / 4) found++;
    quiet = loud ? 0 : quiet + 1;
  }
  return found;
}
