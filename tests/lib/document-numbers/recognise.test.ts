import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { recogniseDocuments } from "#lib/document-numbers/recognise.ts";

const corpus = path.resolve("../shared/corpora/docrefs/docrefs.jsonl");

type Marked = { sentence: string; refs: Record<string, string | null>[] };
const FIELDS = ["type", "number", "symbol", "year", "date", "issuer"] as const;

test.skipIf(!fs.existsSync(corpus))("real sentences: precision and recall (skipped without ../shared/corpora)", () => {
  const sentences: Marked[] = fs
    .readFileSync(corpus, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

  const tally = { found: 0, wrong: 0, missed: 0, fields: 0, fieldsRight: 0 };
  for (const { sentence, refs } of sentences) {
    const left = recogniseDocuments(sentence);
    for (const ref of refs) {
      const [reference] = left.splice(left.findIndex(({ raw }) => raw === ref["raw"]) >>> 0, 1);
      if (!reference) {
        tally.missed++;
        continue;
      }
      tally.found++;
      tally.fields += FIELDS.length;
      tally.fieldsRight += FIELDS.filter((field) => (reference[field] ?? null) === (ref[field] ?? null)).length;
    }
    tally.wrong += left.length;
  }

  const precision = tally.found / (tally.found + tally.wrong);
  const recall = tally.found / (tally.found + tally.missed);
  process.stdout.write(
    `document numbers: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, fields ${tally.fieldsRight}/${tally.fields}\n`,
  );
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(tally.fieldsRight / tally.fields).toBeGreaterThanOrEqual(0.95);
});

test.each([
  ["Nghị quyết số 16/NQ-TW ngày 3 tháng 8 năm 2018", { raw: "16/NQ-TW", canonical: "16-NQ/TW", date: "2018-08-03" }],
  ["theo 01-NQ/CP", { raw: "01-NQ/CP", canonical: "01/NQ-CP" }],
  ["Quyết định số 594/QĐNS/TW", { type: "Quyết định", canonical: "594-QĐNS/TW" }],
  ["theo số31-QĐ/TW", { raw: "31-QĐ/TW" }],
  ["Số : 31 ‑ QĐ/TW", { raw: "31 ‑ QĐ/TW", symbol: "QĐ/TW" }],
  ["Công văn 2729/UBND-BTCD", { type: "Công văn", canonical: "2729/UBND-BTCD" }],
  ["văn bản số 465/UBND", { symbol: "UBND" }],
  ["Luật số 59/2020/QH14", { type: "Luật", year: "2020", symbol: "QH14", canonical: "59/2020/QH14" }],
  ["Nghị quyết 1211/2016/UBTVQH13", { canonical: "1211/2016/UBTVQH13" }],
  ["thực hiện chỉ thị 56.", { raw: "56", symbol: null, type: "chỉ thị" }],
  ["Quyết định số 5-QĐ/TU của Tỉnh ủy Quảng Trị ngày 3/4/2020", { issuer: "Tỉnh ủy Quảng Trị", date: "2020-04-03" }],
  ["Quyết định của Thủ tướng Chính phủ số 129/QĐ-TTg", { type: "Quyết định", issuer: "Thủ tướng Chính phủ" }],
  ["Thông tư liên tịch số 01/2014/TTLT-BNV-BTC", { type: "Thông tư liên tịch", symbol: "TTLT-BNV-BTC" }],
  ["Nghị định số 30/2020/ND-CP", { symbol: "ND-CP", canonical: "30/2020/NĐ-CP" }],
  ["Chỉ thị 05-CT/TW tháng 8/2000", { dateRaw: "tháng 8/2000" }],
])("%s", (sentence, expected) => {
  const [reference] = recogniseDocuments(sentence);
  expect(reference).toMatchObject(expected);
  expect(sentence.slice(reference?.index).startsWith(reference?.raw ?? "?")).toBe(true);
});

test.each([
  "Nghị định này, HIV/AIDS, tỷ lệ 20/21, mở cửa 24/7",
  "27/7/1947 - 27/7/2026, nhiệm kỳ 2025-2030, điện thoại 0912 345 678",
  "Kế hoạch 5 năm, Quyết định 2 phương án, Báo cáo 6 tháng, Kế hoạch 2026",
  "Nghị quyết Trung ương 4 khóa XII",
  "COVID-19/SARS-CoV-2, QCVN 07:2010/BXD, biển số 74C-123.45, số nhà 12/3A",
])("no document in: %s", (sentence) => {
  expect(recogniseDocuments(sentence)).toEqual([]);
});

test.each([
  ["digits", "1".repeat(1_000_000)],
  ["labels", "số ".repeat(333_333)],
  ["types", "nghị quyết ".repeat(90_000)],
  ["beginnings", "1-QĐ-QĐ-QĐ-".repeat(90_000)],
  ["references", "Quyết định số 5-QĐ/TU của Tỉnh ủy ngày 1/1/2020, ".repeat(20_000)],
])("a megabyte of %s takes less than a second", (_what, text) => {
  const began = performance.now();
  recogniseDocuments(text);
  expect(performance.now() - began).toBeLessThan(1000);
});
