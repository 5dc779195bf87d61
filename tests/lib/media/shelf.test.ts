import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { dataPath } from "#lib/env.ts";
import { pathOf } from "#lib/media/files.ts";
import { storeMedia } from "#lib/media/mutations.ts";
import { getMediaFile } from "#lib/media/queries.ts";
import { sweepMedia } from "#lib/media/shelf.ts";
import { picture } from "#tests/support/files.ts";

test("the sweep takes what a killed process left and nothing else", async () => {
  const bytes = await picture(50, 50).png().toBuffer();
  const media = await storeMedia(system("test"), { name: "a.png", bytes });
  const orphan = pathOf(`${"ab".repeat(32)}-480.webp`);
  mkdirSync(dataPath("media", "ab"), { recursive: true });
  writeFileSync(orphan, "x");
  const [old, young] = ["old", "young"].map((name) => dataPath("media", "incoming", name));
  for (const file of [old, young]) writeFileSync(file ?? "", "x");
  utimesSync(old ?? "", 1, 1);

  await sweepMedia();

  expect([existsSync(orphan), existsSync(old ?? ""), existsSync(young ?? "")]).toEqual([false, false, true]);
  const kept = await getMediaFile(media.id, "a-480.webp");
  expect(existsSync(kept?.path ?? "")).toBe(true);
});

test("files of another site's are left alone", async () => {
  const strangers = Array.from({ length: 30 }, (_, index) => pathOf(`cd${index.toString(16).padStart(62, "0")}.pdf`));
  mkdirSync(dataPath("media", "cd"), { recursive: true });
  for (const file of strangers) writeFileSync(file, "x");

  await sweepMedia();

  expect(strangers.every((file) => existsSync(file))).toBe(true);
});
