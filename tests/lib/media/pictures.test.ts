import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { sanitizeHtml } from "#lib/html.ts";
import { replaceMedia, storeMedia } from "#lib/media/mutations.ts";
import { showPictures } from "#lib/media/pictures.ts";
import { picture, wordFile } from "#tests/support/files.ts";

const actor = system("test");
const photo = (width: number) => picture(width, 100).jpeg().toBuffer();

test("a picture is offered in its widths, with its size, at an address that follows its bytes", async () => {
  const media = await storeMedia(actor, { name: "Họp.jpg", bytes: await photo(700) });
  const body = sanitizeHtml(`<figure><img src="${media.url}" alt="Họp &quot;1&quot;" width="50"></figure>`);

  const before = await showPictures(body);
  const at = (width: number) => `/tep/${media.id}/hop-${width}.webp?v=`;
  const plain = before.replace(/\?v=\w{12}/g, "?v=");
  expect(plain).toContain(`src="${at(960)}" srcset="${at(480)} 480w, ${at(960)} 700w"`);
  expect(plain).toMatch(/ sizes="[^"]+" width="700" height="100" loading="lazy" decoding="async" alt="[^>]+1[^>]+"/);
  expect(plain).not.toContain('width="50"');

  await replaceMedia(actor, { mediaId: media.id, name: "b.jpg", bytes: await photo(710) });
  expect(await showPictures(body)).not.toBe(before);
});

test("documents, pictures that are gone and bodies without any stay as they are", async () => {
  const media = await storeMedia(actor, { name: "a.docx", bytes: wordFile() });
  for (const body of [
    "<p>Chữ</p>",
    `<p><a href="${media.url}">Tải về</a></p>`,
    `<p><img src="/tep/${"A".repeat(22)}/a.webp" alt="x"></p>`,
  ]) {
    expect(await showPictures(body)).toBe(body);
  }
});
