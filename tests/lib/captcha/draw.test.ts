import sharp from "sharp";
import { expect, test } from "vitest";
import { drawCode } from "#lib/captcha/draw.ts";

test("a code is a small PNG that names nothing in its bytes", async () => {
  const png = await drawCode("HK3QF");

  expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 300, height: 96 });
  expect(png.length).toBeLessThan(4000);
  expect(png.toString("latin1")).not.toMatch(/HK3QF|tEXt|iTXt|zTXt|eXIf/);
});

test("the same code is never drawn the same way twice", async () => {
  const pictures = await Promise.all(Array.from({ length: 5 }, () => drawCode("HK3QF")));

  expect(new Set(pictures.map((png) => png.toString("base64"))).size).toBe(5);
});

test("a code fills the picture and stays inside it", async () => {
  for (const code of ["MMMMM", "77777", "QMHKR"]) {
    const grey = await sharp(await drawCode(code))
      .greyscale()
      .raw()
      .toBuffer();
    const dark = grey.filter((pixel) => pixel < 128).length / grey.length;
    expect(dark, code).toBeGreaterThan(0.1);
    expect(dark, code).toBeLessThan(0.5);
  }
});
