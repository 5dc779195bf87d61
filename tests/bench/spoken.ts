/**
 * How well the spoken codes are told apart: `node tests/bench/spoken.ts [count]`. Needs espeak-ng and sox; not part of
 * `npm test`. No recogniser of Vietnamese can be had offline, so one is made here: templates of the same words in other
 * voices of espeak-ng (other regions, speeds and pitches), compared by dynamic time warping over mel cepstra.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ALPHABET } from "#lib/captcha/challenge.ts";
import { speakCode } from "#lib/captcha/speak.ts";

const RATE = 11_025;
const FRAME = 256;
const STEP = 110;
const BANDS = 20;
const CEPSTRA = 12;
const LENGTH = 5;
const VOICES = ["vi-vn-x-central", "vi-vn-x-south"].flatMap((voice) =>
  [110, 140].flatMap((speed) => [40, 65].map((pitch) => ({ voice, speed, pitch }))),
);

type Sound = Float64Array[];

/** Loudness in mel bands, decorrelated: what a frame sounds like, whoever says it. */
function cepstraOf(samples: Float64Array): Sound {
  const frames: Sound = [];
  for (let at = 0; at + FRAME <= samples.length; at += STEP) frames.push(cepstrum(samples.subarray(at, at + FRAME)));
  return normalised(frames);
}

const mel = (hertz: number) => 1127 * Math.log(1 + hertz / 700);
const hertz = (value: number) => 700 * (Math.exp(value / 1127) - 1);
const EDGES = Array.from({ length: BANDS + 2 }, (_, band) =>
  hertz(mel(100) + ((mel(RATE / 2) - mel(100)) * band) / (BANDS + 1)),
);

function cepstrum(frame: Float64Array) {
  const bands = new Float64Array(BANDS);
  for (let bin = 1; bin < FRAME / 2; bin++) {
    const power = powerAt(frame, bin);
    const at = (bin * RATE) / FRAME;
    for (let band = 0; band < BANDS; band++) bands[band] = (bands[band] ?? 0) + power * weight(at, band);
  }
  const loud = bands.map((band) => Math.log(band + 1e-3));
  return Float64Array.from({ length: CEPSTRA }, (_, order) =>
    loud.reduce((sum, band, at) => sum + band * Math.cos((Math.PI * (order + 1) * (at + 0.5)) / BANDS), 0),
  );
}

function weight(at: number, band: number) {
  const [low = 0, middle = 0, high = 0] = EDGES.slice(band, band + 3);
  if (at <= low || at >= high) return 0;
  return at < middle ? (at - low) / (middle - low) : (high - at) / (high - middle);
}

const HAMMING = Float64Array.from(
  { length: FRAME },
  (_, at) => 0.54 - 0.46 * Math.cos((2 * Math.PI * at) / (FRAME - 1)),
);
const COSINES = Float64Array.from({ length: FRAME }, (_, at) => Math.cos((2 * Math.PI * at) / FRAME));

function powerAt(frame: Float64Array, bin: number) {
  let real = 0;
  let imaginary = 0;
  for (let at = 0; at < FRAME; at++) {
    const sample = (frame[at] ?? 0) * (HAMMING[at] ?? 0);
    const angle = (bin * at) % FRAME;
    real += sample * (COSINES[angle] ?? 0);
    imaginary -= sample * (COSINES[(angle + (3 * FRAME) / 4) % FRAME] ?? 0);
  }
  return real * real + imaginary * imaginary;
}

/** Without the mean: what the voice and the line add to every frame. */
function normalised(frames: Sound) {
  for (let order = 0; order < CEPSTRA; order++) {
    const mean = frames.reduce((sum, frame) => sum + (frame[order] ?? 0), 0) / frames.length;
    for (const frame of frames) frame[order] = (frame[order] ?? 0) - mean;
  }
  return frames;
}

/** Mean distance of two sounds along the best way to line them up. */
function distance(one: Sound, other: Sound) {
  let before = new Float64Array(other.length + 1).fill(Number.POSITIVE_INFINITY);
  before[0] = 0;
  for (const frame of one) {
    const now = new Float64Array(other.length + 1).fill(Number.POSITIVE_INFINITY);
    for (const [index, against] of other.entries()) {
      const cost = Math.sqrt(frame.reduce((sum, value, order) => sum + (value - (against[order] ?? 0)) ** 2, 0));
      const best = Math.min(before[index] ?? 0, before[index + 1] ?? 0, now[index] ?? 0);
      now[index + 1] = cost + best;
    }
    before = now;
  }
  return (before[other.length] ?? 0) / (one.length + other.length);
}

/** The pieces between the pauses of a code, its noise taken for silence. */
function piecesOf(wav: Buffer) {
  const samples = Float64Array.from(wav.subarray(44), (byte) => byte - 128);
  const loud: number[] = [];
  for (let at = 0; at + STEP <= samples.length; at += STEP)
    loud.push(Math.max(...samples.subarray(at, at + STEP).map(Math.abs)));
  const pieces: Float64Array[] = [];
  let begin = -1;
  let quiet = 0;
  for (const [index, level] of [...loud, ...new Array(30).fill(0)].entries()) {
    quiet = level > 8 ? 0 : quiet + 1;
    if (begin < 0 && quiet === 0) begin = index;
    if (begin >= 0 && quiet === 25) {
      pieces.push(samples.subarray(begin * STEP, (index - 24) * STEP));
      begin = -1;
    }
  }
  return pieces;
}

/** What make.sh has each symbol called. */
function names() {
  const script = readFileSync(path.join(process.cwd(), "lib/captcha/spoken/make.sh"), "utf8");
  return [...script.matchAll(/^([A-Z0-9]) ((?:chữ|số) .+)$/gm)].map(([, symbol = "", words = ""]) => ({
    symbol,
    words,
  }));
}

function templates() {
  const folder = mkdtempSync(path.join(tmpdir(), "spoken-"));
  const file = path.join(folder, "a.wav");
  const made = names().flatMap(({ symbol, words }) =>
    VOICES.map(({ voice, speed, pitch }) => {
      execFileSync("espeak-ng", ["-v", voice, "-s", String(speed), "-p", String(pitch), "-w", file, words]);
      const raw = execFileSync("sox", [
        file,
        "-r",
        String(RATE),
        "-b",
        "8",
        "-e",
        "unsigned",
        "-t",
        "raw",
        "-",
        "norm",
        "-3",
      ]);
      const [piece] = piecesOf(Buffer.concat([Buffer.alloc(44), raw]));
      return { symbol, sound: cepstraOf(piece ?? new Float64Array(FRAME)) };
    }),
  );
  rmSync(folder, { recursive: true });
  return made;
}

const known = templates();

function hear(piece: Float64Array) {
  const sound = cepstraOf(piece);
  const [best] = known
    .map(({ symbol, sound: template }) => ({ symbol, far: distance(sound, template) }))
    .sort((a, b) => a.far - b.far);
  return best?.symbol ?? "";
}

const count = Number(process.argv[2] ?? 100);
const confused = new Map<string, number>();
let rightCodes = 0;
let rightSymbols = 0;
for (let number = 0; number < count; number++) {
  const code = Array.from({ length: LENGTH }, () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)]).join("");
  const heard = piecesOf(speakCode(code, number * 7919))
    .map(hear)
    .join("");
  if (heard === code) rightCodes++;
  for (const [at, symbol] of [...code].entries()) {
    if (heard[at] === symbol) rightSymbols++;
    else
      confused.set(
        `${symbol} as ${heard[at] ?? "nothing"}`,
        (confused.get(`${symbol} as ${heard[at] ?? "nothing"}`) ?? 0) + 1,
      );
  }
}
process.stdout.write(`codes heard right: ${rightCodes} of ${count}\n`);
process.stdout.write(`symbols heard right: ${rightSymbols} of ${count * LENGTH}\n`);
for (const [pair, times] of [...confused].sort(([, a], [, b]) => b - a)) process.stdout.write(`  ${pair}: ${times}\n`);
