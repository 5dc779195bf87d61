import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "#tests/support/run.ts";
import { sources } from "#tests/support/sources.ts";

const documents = [
  ...["README.md", "CONTRIBUTING.md"].map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") })),
  ...sources(["docs"], /\.md$/),
];

test("every link in README and docs leads to a file that is there", () => {
  const dead = documents.flatMap(({ file, text }) =>
    [...text.matchAll(/\]\((?<to>[^)\s#]+)[^)]*\)/g)]
      .map((found) => found.groups?.["to"] ?? "")
      .filter((to) => !/^(https?|mailto):/.test(to) && !existsSync(path.join(root, path.dirname(file), to)))
      .map((to) => `${file} → ${to}`),
  );
  expect(dead).toEqual([]);
});

test("README, .env.example and lib/env.ts name the same settings", () => {
  const settings = readFileSync(path.join(root, "lib/env.ts"), "utf8");
  const known = [...settings.matchAll(/^ {2}(?<name>[A-Z_]+):/gm)].map((found) => found.groups?.["name"] ?? "");
  const own = known.filter((name) => !["NODE_ENV", "CI", "INIT_CWD", "NEXT_SOCKETS"].includes(name)).sort();

  const readme = documents[0]?.text ?? "";
  const example = readFileSync(path.join(root, ".env.example"), "utf8");
  expect([...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name).sort()).toEqual(own);
  expect([...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name).sort()).toEqual(own);
});

test("the repository speaks of the product alone", () => {
  const all = [
    ...documents,
    ...sources(["app", "components", "lib", "prisma", "public", "tests"], /\.(ts|tsx|mjs|css|md|sql|prisma|json)$/),
  ];
  const machine = /\/(home|root|work)\//;
  expect(all.filter(({ text }) => machine.test(text)).map(({ file }) => file)).toEqual([]);
});
