import { type Browser, expect, type Page } from "@playwright/test";
import { command, site } from "#tests/e2e/fixtures.ts";

export type Person = { name: string; email: string; role: "contributor" | "editor" | "publisher" };

const PASSWORD = "lúa chín đầy đồng tháng mười";

/** Gives somebody an account, by the operator's command. */
export const addPerson = ({ name, email, role }: Person) =>
  command(["user:create", "--email", email, "--name", name, "--role", role], `${PASSWORD}\n`);

export async function fillSignIn(page: Pick<Page, "getByLabel">, email: string, password = PASSWORD) {
  await page.getByLabel("Thư điện tử").fill(email);
  await page.getByLabel("Mật khẩu").fill(password);
}

/** The door, at a machine of somebody's own. */
export async function openElsewhere(browser: Browser) {
  const context = await browser.newContext({ baseURL: site().origin, storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto("/quan-tri/dang-nhap");
  return page;
}

/** Another person at a machine of their own. */
export async function signInAs(browser: Browser, person: Person) {
  await addPerson(person);
  const page = await openElsewhere(browser);
  await fillSignIn(page, person.email);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).toHaveURL("/quan-tri");
  return page;
}
