import path from "node:path";
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import sharp from "sharp";

/** Pixels of the picture; pages show it 200 wide, so it stays sharp on phones. */
const WIDTH = 300;
const HEIGHT = 96;
const INK = "#241c15";
const PAPER = "#fff";

// From the project's root, not from this file: inside Next's bundle it has no place of its own.
GlobalFonts.registerFromPath(path.join(process.cwd(), "lib/captcha/font/be-vietnam-pro-700.woff2"), "Code");

const between = (low: number, high: number) => low + Math.random() * (high - low);

/** A code as a small PNG: its symbols lean and touch, two lines cross them, and the sheet is bent. */
export async function drawCode(code: string) {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext("2d");
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  drawSymbols(pen, code);
  drawLines(pen);
  drawSpecks(pen);

  return await sharp(bend(canvas.data()), { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
    .png({ palette: true, colours: 4, effort: 1, dither: 0 })
    .toBuffer();
}

/** Each symbol touches the one before it and has a thin rim of paper, which the eye follows and a program does not. */
function drawSymbols(pen: SKRSContext2D, code: string) {
  const symbols = [...code].map((symbol) => {
    const font = `700 ${between(60, 70)}px Code`;
    pen.font = font;
    return { symbol, font, width: pen.measureText(symbol).width - between(3, 7.5) };
  });
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineWidth = 3;
  pen.strokeStyle = PAPER;
  pen.fillStyle = INK;
  let left = (WIDTH - symbols.reduce((sum, { width }) => sum + width, 0)) / 2;
  for (const { symbol, font, width } of symbols) {
    pen.save();
    pen.translate(left + width / 2, HEIGHT / 2 + between(-7, 7));
    pen.rotate(between(-0.33, 0.33));
    pen.transform(1, 0, between(-0.15, 0.15), 1, 0, 0);
    pen.font = font;
    pen.strokeText(symbol, 0, 3);
    pen.fillText(symbol, 0, 3);
    pen.restore();
    left += width;
  }
}

/** Two waves against each other: they cross the symbols steeply, and are too thick to be wiped away. */
function drawLines(pen: SKRSContext2D) {
  const high = () => between(-60, -10);
  const low = () => between(HEIGHT + 10, HEIGHT + 60);
  const end = () => between(20, HEIGHT - 20);
  pen.strokeStyle = INK;
  for (const [first, second] of [
    [high(), low()],
    [low(), high()],
  ] as const) {
    pen.lineWidth = between(4, 5);
    pen.beginPath();
    pen.moveTo(between(0, 22), end());
    pen.bezierCurveTo(between(80, 140), first, between(160, 220), second, WIDTH - between(0, 22), end());
    pen.stroke();
  }
}

function drawSpecks(pen: SKRSContext2D) {
  for (let speck = 0; speck < 60; speck++) {
    pen.fillStyle = speck % 2 ? INK : PAPER;
    pen.fillRect(between(0, WIDTH), between(0, HEIGHT), between(1, 3), between(1, 3));
  }
}

/** Moves every row along one wave and every column along another; takes RGBA, returns one grey byte a pixel. */
function bend(rgba: Uint8Array) {
  const across = wave(HEIGHT, 4, 68, 120);
  const down = wave(WIDTH, 4.5, 90, 180);
  const rows = Buffer.alloc(WIDTH * HEIGHT);
  const both = Buffer.alloc(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++)
    slide(
      (x) => rgba[(y * WIDTH + x) * 4],
      WIDTH,
      across[y],
      (x, grey) => rows.writeUInt8(grey, y * WIDTH + x),
    );
  for (let x = 0; x < WIDTH; x++)
    slide(
      (y) => rows[y * WIDTH + x],
      HEIGHT,
      down[x],
      (y, grey) => both.writeUInt8(grey, y * WIDTH + x),
    );
  return both;
}

/** Moves one line of pixels by a part of a pixel, mixing neighbours so that edges stay smooth. */
function slide(
  from: (at: number) => number | undefined,
  length: number,
  by = 0,
  to: (at: number, grey: number) => void,
) {
  const whole = Math.floor(by);
  const part = by - whole;
  const grey = (at: number) => (at < 0 || at >= length ? 255 : (from(at) ?? 255));
  for (let at = 0; at < length; at++) to(at, Math.round(grey(at + whole) * (1 - part) + grey(at + whole + 1) * part));
}

function wave(length: number, height: number, shortest: number, longest: number) {
  const turn = (2 * Math.PI) / between(shortest, longest);
  const phase = between(0, 2 * Math.PI);
  return Array.from({ length }, (_, at) => height * Math.sin(at * turn + phase));
}
