import { expect } from "@playwright/test";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { fillPoll, send } from "#tests/e2e/polls.ts";
import { expectNothingCovered } from "#tests/e2e/voting.ts";

test.use({ storageState: ADMIN_SESSION });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("slips are issued, printed ten a page, voted with, voided and replaced", async ({ page }) => {
      const number = javaScriptEnabled ? 1 : 2;
      await fillPoll(page, `Đồng chí có tán thành phương án thu gom rác tại nguồn số ${number}`);
      await page.getByRole("radio", { name: "Theo chi bộ" }).check();
      await page.getByLabel("Đường dẫn").fill(`thu-gom-rac-${number}`);
      await send(page, "Lập cuộc thăm dò");
      await page.getByRole("link", { name: "Phiếu in và tỷ lệ tham gia" }).click();
      const own = page.url();

      const counts = page.getByRole("form", { name: "Phát phiếu" }).getByRole("spinbutton");
      await counts.first().fill("7000");
      await send(page, "Phát phiếu");
      await expect(counts.first()).toHaveAccessibleDescription(/Ghi một số từ 0 đến 500/);
      await expect(counts.first()).toHaveValue("7000");
      await counts.first().fill("12");
      await send(page, "Phát phiếu");
      await expect(page.getByText("In ngay bây giờ")).toBeVisible();
      await expect(page.locator(".slip-sheet")).toHaveCount(2);
      await expect(page.locator(".slip-sheet").first().getByRole("listitem")).toHaveCount(10);
      const code = (await page.locator(".slip-sheet .code").first().textContent()) ?? "";
      expect(code).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){3}$/);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, path: `.data/slips-${number}.pdf` });
      expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(2);

      await page.goto(`/ma-xac-nhan/phieu?tham-do=thu-gom-rac-${number}#${code.replaceAll("-", "")}`);
      await page.getByRole("radio", { name: "Đồng ý", exact: true }).check();
      if (javaScriptEnabled) await expect(page.getByLabel("Mã phiếu")).toHaveValue(code);
      else await page.getByLabel("Mã phiếu").fill(code);
      await send(page, "Bỏ phiếu");
      await expect(page.getByText("Cảm ơn bạn đã gửi ý kiến")).toBeVisible();
      if (javaScriptEnabled) await expectNothingCovered(page); // turnout below the result

      await page.goto(own);
      await expect(page.getByText(code)).toHaveCount(0);
      await expect(page.getByRole("row", { name: /^Tất cả 12 1 8% 0$/ })).toBeVisible();
      const lost = page.getByRole("form", { name: "Hủy và phát lại phiếu mất" });
      await lost.getByLabel("Chi bộ ghi trên phiếu").selectOption({ index: 1 });
      await lost.getByLabel("Số phiếu").fill("1");
      await lost.getByLabel("Lý do").fill("Bị mất");
      await send(page, "Hủy phiếu này và phát phiếu thay");
      await expect(lost.getByLabel("Số phiếu")).toHaveAccessibleDescription(/đã dùng để bỏ phiếu/);
      await lost.getByLabel("Số phiếu").fill("2");
      await lost.getByLabel("Chi bộ ghi trên phiếu").selectOption({ index: 1 });
      await send(page, "Hủy phiếu này và phát phiếu thay");
      await expect(page.locator(".slip-sheet")).toContainText("Phiếu số 13");
      await expect(page.getByRole("row", { name: /^Tất cả 12 1 8% 1$/ })).toBeVisible();
    });
  });
}
