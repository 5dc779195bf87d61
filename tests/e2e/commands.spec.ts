import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { command, imported, readText, test } from "#tests/e2e/fixtures.ts";
import { addPerson, fillSignIn, forgetTelephoneOf } from "#tests/e2e/people.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "chuyen-muc-import-"));

function write(name: string, text: string | Buffer) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

test("article:import publishes beside the running site, which shows it within a second", async ({ request }) => {
  const file = write("thong-bao.txt", "Thông báo lịch họp chi bộ (01/02/2026)\n\nĐúng 19 giờ, tại nhà văn hóa.\n");
  await request.get("/chuyen-muc/thong-bao"); // so that there is an older page to be forgotten

  const { code, stdout } = await command(["article:import", file, "--publish", "--category", "thong-bao"]);

  expect(code).toBe(0);
  const [article] = imported(stdout);
  expect(article).toMatchObject({ source: file, slug: "thong-bao-lich-hop-chi-bo", warnings: [] });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await readText(request, `/bai-viet/${article?.slug}`)).toContain("(01/02/2026)");
  expect(await readText(request, "/chuyen-muc/thong-bao")).toContain("Thông báo lịch họp chi bộ");
});

test("what cannot be read is named with its reason, and the rest goes on", async ({ request }) => {
  const lines = [
    JSON.stringify({ title: "Tin thứ nhất từ tệp", html: '<p>một</p><iframe src="https://example.com"></iframe>' }),
    "không phải JSON",
    JSON.stringify({ title: "Tin thứ hai từ tệp", html: "<p>hai</p>" }),
  ];
  const good = write("tin.jsonl", lines.join("\n"));
  const picture = write("anh.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]));

  const { code, stdout, stderr } = await command(["article:import", good, picture, path.join(folder, "khong-co.txt")]);

  expect(code).toBe(1);
  expect(imported(stdout).map(({ source }) => source)).toEqual([`${good}:1`, `${good}:3`]);
  expect(imported(stdout)[0]?.warnings).not.toEqual([]);
  expect(stderr).toContain(`${good}:2: `);
  expect(stderr).toContain(`${picture}: `);
  expect(stderr).toContain("khong-co.txt: Không tìm thấy tệp này.");
  expect((await request.get(`/bai-viet/${imported(stdout)[0]?.slug}`)).status()).toBe(404); // a draft
});

test("user:create makes an account that can sign in, and refuses a second one", async () => {
  const who = ["user:create", "--email", "binh@dongthanh.example.vn", "--name", "Trần Bình", "--role", "editor"];
  const password = "một con vịt xòe ra hai cái cánh\n";

  expect(await command(who, password)).toMatchObject({ code: 0 });
  const again = await command(who, password);
  expect(again.code).toBe(1);
  expect(again.stderr).toContain("đã có tài khoản");
});

test("user:password lets somebody in again who lost password and telephone", async ({ page }) => {
  const email = "mat-may@dongthanh.example.vn";
  await addPerson({ name: "Võ Thị Mất Máy", email, role: "administrator" });
  await forgetTelephoneOf(email);
  const password = "một con vịt xòe ra hai cái cánh";
  const unknown = await command(["user:password", "--email", "khong-co@example.vn"], password);
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toContain("Không có tài khoản nào dùng địa chỉ thư này.");
  expect(await command(["user:password"], password)).toMatchObject({ code: 2 });

  expect(await command(["user:password", "--email", email, "--without-second-factor"], password)).toMatchObject({
    code: 0,
  });
  await page.goto("/quan-tri/dang-nhap");
  await fillSignIn(page, email, password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).toHaveURL("/quan-tri");
});
