import { expect, test } from "vitest";
import { readUploadedFile } from "#lib/media/upload.ts";

function formWith(parts: Record<string, string | Blob>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === "string") form.set(name, value);
    else form.set(name, value, "Ảnh họp.jpg");
  }
  return new Request("http://site/", { method: "POST", body: form });
}

test("the file of a form, with its name and its bytes", async () => {
  const input = await readUploadedFile(formWith({ tep: new Blob(["abc"]) }));
  expect(input).toEqual({ name: "Ảnh họp.jpg", bytes: Buffer.from("abc") });
});

test("the file that it replaces", async () => {
  expect(await readUploadedFile(formWith({ tep: new Blob(["abc"]), thay: "A1" }))).toMatchObject({ mediaId: "A1" });
});

test.each([
  ["a field instead of a file", formWith({ tep: "abc" })],
  ["nothing", new Request("http://site/", { method: "POST" })],
  ["no form", new Request("http://site/", { method: "POST", body: "abc" })],
  [
    "a broken form",
    new Request("http://site/", {
      method: "POST",
      body: "--x",
      headers: { "content-type": "multipart/form-data; boundary=x" },
    }),
  ],
])("%s is refused in a sentence", async (_what, request) => {
  await expect(readUploadedFile(request)).rejects.toThrow("Không nhận được tệp");
});

test("a body that does not end is not read beyond the limit", async () => {
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const request = new Request("http://site/", { method: "POST", body, duplex: "half" } as RequestInit);
  await expect(readUploadedFile(request)).rejects.toThrow("25 MB");
  expect(sent).toBeLessThan(30);
});
