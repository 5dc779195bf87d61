import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { sources } from "#tests/support/sources.ts";

const lib = sources(["lib"]).map(({ file }) => file);
const tests = sources(["tests/lib"], /\.test\.tsx?$/).map(({ file }) => file);

test("every rule, and whatever asks who may do what, has its test at the same path", () => {
  const owed = sources(["lib"]).filter(
    ({ file, text }) =>
      /\/(policy|tally|workflow)\.ts$/.test(file) ||
      /^export (async )?function \w+\(\s*actor: (.|\n)*\bauthorize\(/m.test(text),
  );
  const untested = owed.filter(({ file }) => !existsSync(`tests/${file.replace(/\.ts$/, ".test.ts")}`));
  expect(untested.map(({ file }) => file)).toEqual([]);
});

test("every test under tests/lib stands where the file that it tests stands", () => {
  const homes = new Set(lib.flatMap((file) => [file.replace(/\.\w+$/, ""), file.replace(/\/[^/]+$/, "")]));
  const place = (file: string) => file.replace(/^tests\//, "").replace(/(\.[\w-]+)?\.test\.tsx?$/, "");
  expect(tests.filter((file) => !homes.has(place(file)))).toEqual([]);
});

test("no dumping grounds, and no file that has outgrown its name", () => {
  const code = sources(["app", "components", "lib", "tests"], /\.(ts|tsx|mjs|css)$/);
  const vague = /\/(utils?|helpers?|common|types|index|misc|constants)(\.\w+)?(\/|$)/;
  expect(code.filter(({ file }) => vague.test(file)).map(({ file }) => file)).toEqual([]);

  const most = (file: string) => (file.endsWith(".test.ts") ? 300 : 200); // a test file lists cases
  const long = code.filter(({ file, text }) => !file.endsWith(".css") && text.split("\n").length > most(file) + 1);
  expect(long.map(({ file }) => file)).toEqual([]);
});
