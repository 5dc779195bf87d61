import { readFileSync } from "node:fs";
import path from "node:path";
import { ALPHABET } from "#lib/captcha/challenge.ts";

/** Samples a second, one unsigned byte each. */
const RATE = 11_025;
const SILENCE = 128;
const HEADER = 44;

const clips = new Map([...ALPHABET].map((symbol) => [symbol, readClip(symbol)]));

function readClip(symbol: string) {
  const file = readFileSync(path.join(process.cwd(), "lib/captcha/spoken", `${symbol}.wav`));
  return file.subarray(HEADER, HEADER + file.readUInt32LE(HEADER - 4));
}

type Dice = (low: number, high: number) => number;

/**
 * A code read out in Vietnamese as a WAV. Gaps, pace, level and noise follow from the seed: no two challenges sound alike,
 * and one challenge always sounds the same, so its noise cannot be averaged away and a player may fetch it in parts.
 */
export function speakCode(code: string, seed: number) {
  const between = diceOf(seed);
  const pause = (low: number, high: number) => Buffer.alloc(Math.round(RATE * between(low, high)), SILENCE);
  const parts = [pause(0.4, 0.6)];
  for (const symbol of code) {
    const clip = clips.get(symbol); // a fixed code of the tests may hold symbols that are never drawn
    if (clip) parts.push(vary(clip, between), pause(0.35, 0.6));
  }
  const samples = addNoise(Buffer.concat(parts), between);
  return Buffer.concat([wavHeader(samples.length), samples]);
}

/** Numbers by chance that a seed repeats (mulberry32). */
function diceOf(seed: number): Dice {
  let state = seed;
  return (low, high) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return low + (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (high - low);
  };
}

/** A little faster or slower, a little louder or softer. */
function vary(clip: Buffer, between: Dice) {
  const pace = between(0.94, 1.06);
  const level = between(0.7, 1);
  const varied = new Uint8ClampedArray(Math.floor(clip.length / pace));
  for (let at = 0; at < varied.length; at++) {
    const from = at * pace;
    const before = clip[Math.floor(from)] ?? SILENCE;
    const after = clip[Math.ceil(from)] ?? SILENCE;
    varied[at] = SILENCE + (before + (after - before) * (from % 1) - SILENCE) * level;
  }
  return Buffer.from(varied.buffer);
}

function addNoise(samples: Buffer, between: Dice) {
  const hiss = between(2, 4);
  const noisy = new Uint8ClampedArray(samples.length);
  for (let at = 0; at < noisy.length; at++) noisy[at] = (samples[at] ?? SILENCE) + between(-hiss, hiss);
  return Buffer.from(noisy.buffer);
}

/** RIFF, PCM, mono, 8 bit. */
function wavHeader(length: number) {
  const header = Buffer.alloc(HEADER);
  header.write("RIFF", 0);
  header.writeUInt32LE(HEADER - 8 + length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(length, 40);
  return header;
}
