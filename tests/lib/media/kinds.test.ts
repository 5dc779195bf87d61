import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { kindOf } from "#lib/media/kinds.ts";
import { picture, wordFile } from "#tests/support/files.ts";

const text = (content: string) => Buffer.from(content.padEnd(600));
const ole = (stream: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(`${stream}\0`, "utf16le")]);
const pdf = (body: string | Buffer) =>
  Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from(body), Buffer.from("\n%%EOF")]);
const flate = (plain: Buffer) =>
  Buffer.concat([
    Buffer.from("1 0 obj <</Filter /FlateDecode>>\nstream\r\n"),
    deflateSync(plain),
    Buffer.from("\nendstream"),
  ]);

test.each(["jpeg", "png", "webp", "gif"] as const)("%s is a picture", async (format) => {
  const bytes = await picture(20, 20).toFormat(format).toBuffer();
  expect(await kindOf(bytes)).toMatchObject({ picture: true });
});

test.each([
  ["a Word file", wordFile(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["an old Word file", ole("WordDocument"), "application/msword"],
  ["an old Excel file", ole("Workbook"), "application/vnd.ms-excel"],
  ["a PDF file", pdf(flate(Buffer.from("BT (Chi bo) Tj ET"))), "application/pdf"],
])("%s is a document", async (_what, bytes, type) => {
  expect(await kindOf(bytes)).toEqual({ picture: false, type });
});

test.each([
  ["nothing", Buffer.alloc(0), "rỗng"],
  ["SVG", text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "PNG"],
  ["SVG behind a declaration", text("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"), "PNG"],
  ["AVIF", Buffer.from("\0\0\0\x1cftypavif\0\0\0\0"), "JPEG hoặc PNG"],
  ["HEIC", Buffer.from("\0\0\0\x1cftypheic\0\0\0\0"), "JPEG hoặc PNG"],
  ["TIFF", Buffer.from("II*\0aaaaaaaa"), "JPEG hoặc PNG"],
  ["HTML", text("<!doctype html><script>alert(1)</script>"), "chỉ nhận"],
  ["a program", text("MZ\x90\0"), "chỉ nhận"],
  ["a script", text("#!/bin/sh\nrm -rf /"), "chỉ nhận"],
  ["an archive of something else", zipOf("index.html"), "chỉ nhận"],
  ["a Word file with macros", wordFile("<w:document/>", { name: "word/vbaProject.bin", text: "x" }), "macro"],
  ["an old Word file with macros", Buffer.concat([ole("WordDocument"), ole("_VBA_PROJECT")]), "macro"],
  ["a zip bomb", wordFile("<w:document/>", { name: "word/big.xml", text: "a", claims: 2_000_000_000 }), "không phải"],
  ["an entity bomb", wordFile(`<!DOCTYPE lolz [<!ENTITY lol "lol">]><w:document/>`), "không phải"],
  ["a cut archive", wordFile().subarray(0, 700), "hỏng"],
  ["a PDF that runs a program", pdf("1 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj"), "chương trình"],
  ["a PDF bomb", pdf(flate(Buffer.alloc(80 * 1024 * 1024))), "quá lớn"],
])("%s is refused with the way out", async (_what, bytes, words) => {
  const began = performance.now();
  await expect(kindOf(bytes)).rejects.toThrow(words);
  expect(performance.now() - began).toBeLessThan(10_000);
});

function zipOf(name: string) {
  const whole = wordFile();
  return Buffer.from(whole.toString("latin1").replaceAll("word/document.xml", name.padEnd(17, "_")), "latin1");
}

test("what a compressed picture in a PDF happens to contain is not taken for a program", async () => {
  const body = Buffer.from("1 0 obj <<>>\nstream\n/JS /Launch /JavaScript (\nendstream");
  expect(await kindOf(pdf(body))).toMatchObject({ picture: false });
});

test("a PDF that is nothing but beginnings of streams costs little", async () => {
  const began = performance.now();
  await kindOf(pdf("stream ".repeat(3_000_000))).catch(() => {});
  await kindOf(pdf("stream\nendstream ".repeat(1_200_000))).catch(() => {});
  expect(performance.now() - began).toBeLessThan(5000);
});
