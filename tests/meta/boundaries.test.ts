import { expect, test } from "vitest";
import { sources } from "#tests/support/sources.ts";

const code = sources(["app", "components", "lib"]);
const breaking = (files: typeof code, pattern: RegExp) =>
  files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

test("every actions.ts exports nothing but actions: whatever it exports can be called from outside", () => {
  const actions = code.filter(({ file }) => file.endsWith("/actions.ts"));
  const exported = actions.flatMap(({ file, text }) =>
    [...text.matchAll(/^export (?:default )?(?<what>.*)$/gm)].map((found) => `${file}: ${found.groups?.["what"]}`),
  );
  expect(exported.filter((line) => !/: (async function \w+Action\(|type )/.test(line))).toEqual([]);
});

test("only actions.ts files are open to calls from the browser", () => {
  const others = code.filter(({ file }) => !/^app\/.*\/actions\.ts$/.test(file));
  expect(breaking(others, /^\s*["']use server["']/m)).toEqual([]);
});

test("the public pages have no component that runs in the browser, and nothing that streams", () => {
  const site = code.filter(({ file }) => /^(app\/\(site\)|components\/site)\//.test(file));
  expect(breaking(site, /^\s*["']use client["']/m)).toEqual([]);
  expect(breaking(site, /<Suspense\b/)).toEqual([]);
  expect(site.filter(({ file }) => /\/loading\.tsx$/.test(file))).toEqual([]);
});

test("the environment is read in lib/env.ts, and by what starts and stops processes", () => {
  const others = code.filter(({ file }) => file !== "lib/env.ts" && !file.startsWith("lib/server/"));
  expect(breaking(others, /process\.env/)).toEqual([]);
});

test("no raw SQL made of strings", () => {
  expect(breaking(code, /\$(queryRaw|executeRaw)Unsafe|Prisma\.raw\((?!"\w+"\))/)).toEqual([]);
});

test("nothing is loaded from, or sent to, anybody else", () => {
  const outside = /(?:fetch\(\s*|src=|@import |url\()["'`]?(?:https?:)?\/\/(?!127\.0\.0\.1|localhost)/;
  const public_ = sources(["app", "components", "lib", "public"], /\.(ts|tsx|mjs|js|css)$/);
  expect(breaking(public_, outside)).toEqual([]);
});
