import { chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { isoSecond } from "#lib/time.ts";
import { type Done, type Person, sitDown, time } from "#tests/bench/desk-browser.ts";
import { addTimes } from "#tests/bench/desk-lists.ts";
import type { Figures } from "#tests/bench/figures.ts";
import { body } from "#tests/e2e/writing.ts";
import config from "../../playwright.config.ts";

const [WARMING, REACH] = [4, 300];
const SENTENCE = "Chi bộ đã họp và thống nhất các nhiệm vụ trọng tâm của quý tới theo nghị quyết của Đảng ủy. ";
const A_DAY = 86_400_000;
const BULK = 20;

type Desk = { origin: string; people: Person[]; rounds: number };

/** Presses what editors press, in a browser, and times the server's whole answers to what the pages send. */
export async function measurePresses(figures: Figures, { origin, people, rounds }: Desk) {
  const browser = await chromium.launch(config.use?.launchOptions);
  const times = new Map<string, number[]>();
  try {
    const [writer, approver] = await Promise.all(people.map((person) => sitDown(browser, origin, person)));
    if (!writer || !approver) throw new Error("It takes two to publish");
    for (let round = -WARMING; round < rounds; round++) {
      const press = async (done: Done) => {
        const took = await time(done);
        if (round >= 0) times.set(done.name, [...(times.get(done.name) ?? []), took]);
      };
      await passOneArticle(press, writer, approver, `Chi bộ họp ${Date.now()}`);
      await keepFile(press, writer, round);
      await moveMany(press, writer, approver);
    }
  } finally {
    await browser.close();
  }
  for (const [name, all] of times) addTimes(figures, name, all, REACH);
}

type Press = (done: Done) => Promise<void>;

const SAVE = "/ban-dang-sua";
const click = (page: Page, name: string) => () => page.getByRole("button", { name, exact: true }).click();

/** Until script has the page: a form that is sent earlier is no action. */
async function open(page: Page, path: string) {
  await page.goto(path);
  await page.waitForFunction(() => {
    const form = document.querySelector("main form");
    return form && Object.keys(form).some((key) => key.startsWith("__react"));
  });
}

async function fold(page: Page, summary: string, fields: Record<string, string>) {
  await page.getByText(summary, { exact: true }).click();
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
}

/** From the empty page over two people's desks to readers, back, and into the archive. */
async function passOneArticle(press: Press, writer: Page, approver: Page, title: string) {
  const path = await write(press, writer, title);
  const pass = async (
    page: Page,
    name: string,
    button: string,
    said: string | RegExp,
    before?: () => Promise<unknown>,
  ) => {
    await open(page, path);
    await before?.();
    await press({ name, page, act: click(page, button), said });
  };
  const reword = (page: Page, text: string) => () => body(page).fill(SENTENCE + text);
  const readdress = (page: Page) => () => page.getByLabel("Đường dẫn").fill(`chi-bo-hop-${Date.now()}`);
  const later = (days: number) => isoSecond(new Date(Date.now() + days * A_DAY)).slice(0, 16);

  await pass(writer, "lưu", "Lưu nháp", "Đã lưu bản nháp.", reword(writer, "Một."));
  await pass(writer, "đổi đường dẫn", "Lưu nháp", "Đã lưu bản nháp.", readdress(writer));
  await pass(writer, "gửi duyệt", "Gửi duyệt", /^Đã gửi duyệt/);
  await pass(approver, "trả lại", "Trả lại cho người viết", /^Đã trả lại/, () =>
    fold(approver, "Trả lại", { "Cần sửa gì": "Ghi thêm tên đảng viên." }),
  );
  await comment(press, approver);
  await pass(writer, "gửi duyệt", "Gửi duyệt", /^Đã gửi duyệt/, reword(writer, "Hai."));
  await pass(approver, "duyệt và đăng", "Duyệt và đăng", /^Đã duyệt và đăng/);
  await pass(writer, "đăng ngay, duyệt sau", "Đăng ngay, duyệt sau", /^Đã đăng/, reword(writer, "Ba."));
  await pass(approver, "duyệt bản đang đăng", "Duyệt bản đang đăng", /^Đã duyệt/);
  await pass(approver, "đổi đường dẫn của bài đang đăng", "Lưu nháp", "Đã lưu bản nháp.", readdress(approver));
  await pass(approver, "hẹn giờ gỡ", "Lưu giờ gỡ", "Đã lưu giờ gỡ.", () =>
    fold(approver, "Hẹn giờ", { "Giờ gỡ": later(9) }),
  );
  await pass(approver, "gỡ", "Gỡ bài khỏi trang công khai", /^Đã gỡ bài/, async () => {
    await fold(approver, "Gỡ bài", {});
    await approver.getByLabel("Lý do gỡ").selectOption({ label: "Hết hiệu lực" });
  });
  await pass(approver, "hẹn giờ đăng", "Hẹn giờ đăng, duyệt sau", /^Đã hẹn giờ/, async () => {
    await reword(approver, "Bốn.")();
    await fold(approver, "Hẹn giờ", { "Giờ đăng": later(7) });
  });
  await pass(approver, "bỏ hẹn giờ đăng", "Bỏ hẹn giờ đăng", "Đã bỏ hẹn giờ đăng.");
  await restore(press, approver, path);
  await pass(approver, "lưu trữ", "Lưu trữ", /^Đã đưa bài vào lưu trữ/);
  await pass(approver, "ra khỏi lưu trữ", "Đưa ra khỏi lưu trữ", /^Đã đưa bài ra/);
}

/** A new article until its first save. */
async function write(press: Press, page: Page, title: string) {
  await open(page, "/quan-tri/bai-viet/moi");
  await page.getByLabel("Tên bài").fill(title);
  await page.getByLabel("Tóm tắt").fill(SENTENCE);
  await page.getByLabel("Chuyên mục").selectOption({ index: 1 });
  await press({ name: "tự lưu", page, act: () => body(page).fill(SENTENCE.repeat(50)), to: SAVE, said: /^Đã lưu \d/ });
  await press({ name: "lưu lần đầu", page, act: click(page, "Lưu nháp") });
  await page.waitForURL(/\/bai-viet\/\d+$/);
  const { pathname } = new URL(page.url());
  await open(page, pathname);
  await page.getByText("Gửi cho người không có tài khoản").click();
  await press({
    name: "đường dẫn xem thử",
    page,
    act: click(page, "Tạo đường dẫn xem thử"),
    said: "Chép đường dẫn này",
  });
  await press({ name: "hủy đường dẫn", page, act: click(page, "Hủy mọi đường dẫn"), said: /^Đã hủy/ });
  return pathname;
}

async function comment(press: Press, page: Page) {
  await page.getByLabel("Góp ý của bạn").fill("Xin kiểm lại số đảng viên.");
  await press({ name: "góp ý", page, act: click(page, "Gửi góp ý"), said: "Đã gửi góp ý." });
  const resolve = () => page.getByRole("button", { name: /^Đánh dấu đã xong/ }).click();
  await press({ name: "xong góp ý", page, act: resolve, said: /^✓ Xong/ });
}

async function restore(press: Press, page: Page, path: string) {
  await open(page, `${path}/lich-su?lay-lai=1`);
  await press({ name: "lấy lại bản cũ", page, act: click(page, "Lấy lại bản số 1"), said: /^Đã lấy lại bản số 1/ });
}

/** A small picture, and what it shows. */
async function keepFile(press: Press, page: Page, round: number) {
  const color = { r: Date.now() % 256, g: (round + WARMING) % 256, b: (Date.now() >> 8) % 256 };
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background: color } })
    .jpeg()
    .toBuffer();
  const file = { name: `Họp ${Date.now()}.jpg`, mimeType: "image/jpeg", buffer };
  await open(page, "/quan-tri/tep");
  const choose = () => page.getByLabel("Đưa tệp lên").setInputFiles([file]);
  await press({ name: "đưa ảnh 1200 × 800 lên", page, act: choose, to: "/tai-len", said: "Đã đưa lên." });
  await page.getByRole("link", { name: file.name }).first().click();
  await page.getByLabel("Mô tả ảnh").fill("Đảng viên thảo luận");
  await press({ name: "mô tả ảnh", page, act: click(page, "Lưu thông tin"), said: "Đã lưu thông tin của tệp." });
}

/** Twenty articles at once: to another category, into the archive and out again. */
async function moveMany(press: Press, writer: Page, approver: Page) {
  const move = async (page: Page, state: string, label: string, said: RegExp) => {
    await open(page, `/quan-tri/bai-viet?trang-thai=${state}`);
    await page.getByLabel("Việc cần làm").selectOption({ label });
    if (label === "Chuyển chuyên mục") await page.getByLabel("Chuyển tới chuyên mục").selectOption({ index: 2 });
    for (const box of (await page.getByRole("checkbox", { name: /^Chọn bài/ }).all()).slice(0, BULK)) await box.check();
    const name = `${BULK} bài: ${label.toLowerCase()}`;
    await press({ name, page, act: click(page, "Làm cho các bài đã chọn"), said });
  };
  await move(writer, "draft", "Chuyển chuyên mục", /bài đã chuyển chuyên mục/);
  await move(writer, "draft", "Đưa vào lưu trữ", /bài đã đưa vào lưu trữ/);
  await move(writer, "archived", "Đưa ra khỏi lưu trữ", /bài đã đưa ra khỏi lưu trữ/);
  await move(writer, "draft", "Gửi duyệt", /bài đã gửi duyệt/);
  await move(approver, "submitted", "Duyệt và đăng", /bài đã duyệt và đăng/);
}
