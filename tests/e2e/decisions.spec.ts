import { expect } from "@playwright/test";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { fillPoll, send } from "#tests/e2e/polls.ts";
import { vote } from "#tests/e2e/voting.ts";

test.use({ storageState: ADMIN_SESSION });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a comment is let through, another kept back with a reason, a ballot set aside: all of it in public", async ({
      page,
    }) => {
      const number = javaScriptEnabled ? 1 : 2;
      await fillPoll(page, `Chợ mới đặt ở đâu ${number}`);
      await page.getByRole("checkbox", { name: "Cho ghi thêm ý kiến" }).check();
      await send(page, "Lập cuộc thăm dò");
      await expect(page.getByText("Đã lập cuộc thăm dò.", { exact: true })).toBeVisible();
      const own = page.url().replace(/\?.*/, "");
      const open = `/tham-do/cho-moi-dat-o-dau-${number}`;
      const receipts: string[] = [];
      for (const comment of ["<b>Gần bến xe</b>", "Gọi 0900 000 000"]) {
        await page.context().clearCookies({ name: /da-bo-phieu/ });
        await page.goto(open);
        await page.getByLabel("Ý kiến thêm").fill(comment);
        await vote(page, "Đồng ý", "XXXXX");
        await expect(page.getByLabel("Mã xác nhận")).toHaveAccessibleDescription(/Mã chưa đúng/);
        await expect(page.getByLabel("Ý kiến thêm")).toHaveValue(comment);
        await vote(page, "Đồng ý");
        await expect(page.getByText("Cảm ơn bạn đã gửi ý kiến")).toBeVisible();
        receipts.push(new URL(page.url()).searchParams.get("bien-nhan") ?? "");
      }

      await page.goto(`${own}/y-kien`);
      const item = (text: string) => page.getByRole("listitem").filter({ hasText: text });
      await item("Gần bến xe")
        .getByRole("button", { name: /^Cho hiện/ })
        .click();
      await expect(page.getByText("Đã ghi quyết định về ý kiến.")).toBeVisible();
      const phone = item("Gọi 0900");
      await phone.getByRole("button", { name: /^Không cho hiện/ }).click();
      await expect(phone.getByText("Lỗi: Hãy ghi lý do")).toBeVisible();
      await phone.getByRole("textbox").fill("Có số điện thoại");
      await phone.getByRole("button", { name: /^Không cho hiện/ }).click();
      await expect(phone.getByText("Không cho hiện", { exact: true }).first()).toBeVisible();

      await page.goto(own);
      await page.getByLabel("Lý do đóng").fill("Đủ ý kiến");
      await send(page, "Đóng ngay");
      await expect(page.getByText("Đã đóng và niêm phong.")).toBeVisible();
      await page.goto(`${own}/bat-thuong`);
      await page.getByLabel("Hoặc theo mã biên nhận").fill(receipts[0] ?? "");
      await send(page, "Xem có bao nhiêu phiếu");
      await send(page, "Để riêng 1 phiếu");
      await expect(page.getByLabel("Lý do để riêng")).toHaveAccessibleDescription(/Hãy ghi lý do/);
      await page.getByLabel("Lý do để riêng").fill("Gửi từ chương trình máy");
      await send(page, "Để riêng 1 phiếu");
      await expect(page.getByText("Đã để riêng các phiếu.")).toBeVisible();

      await page.goto(open);
      await expect(page.getByText("<b>Gần bến xe</b>")).toBeVisible();
      await expect(page.getByText("0900 000 000")).toHaveCount(0);
      await expect(page.getByRole("row", { name: /Để riêng theo quyết định.*1/ })).toBeVisible();
      await expect(page.getByText("Lý do: Gửi từ chương trình máy")).toBeVisible();
      const csv = await (await page.request.get(`/api${open}/ket-qua.csv`)).text();
      expect(csv).toContain("Đồng ý,1,100,1");
      const board = await (await page.request.get(`/api${open}/bang-kiem.csv`)).text();
      expect(board.match(/,có\r/g)).toHaveLength(1);
    });
  });
}
