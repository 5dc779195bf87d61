import { type Browser, expect, type Page } from "@playwright/test";
import { system } from "#lib/actor.ts";
import { settle } from "#lib/env.ts";
import { site } from "#tests/e2e/fixtures.ts";
import { embeddedOwnerUrl } from "#tests/support/embedded-owner.ts";

export type Person = { name: string; email: string; role: "contributor" | "editor" | "publisher" | "administrator" };

export const PASSWORD = "lúa chín đầy đồng tháng mười";

/** Gives somebody an account and returns its number, as the operator's command does (commands.spec.ts), without starting a process for each. */
export async function addPerson(person: Person) {
  settle({ DATABASE_URL: embeddedOwnerUrl(site().dataFolder) });
  const { createUser } = await import("#lib/users/mutations.ts");
  return (await createUser(system("e2e"), { ...person, password: PASSWORD })).id;
}

export async function fillSignIn(page: Pick<Page, "getByLabel">, email: string, password = PASSWORD) {
  await page.getByLabel("Thư điện tử").fill(email);
  await page.getByLabel("Mật khẩu").fill(password);
}

/** As if this person had signed in so many minutes ago. */
export async function lookBackFrom(email: string, minutes: number) {
  settle({ DATABASE_URL: embeddedOwnerUrl(site().dataFolder) });
  const { db } = await import("#lib/db.ts");
  await db.session.updateMany({
    where: { user: { email } },
    data: { createdAt: new Date(Date.now() - minutes * 60_000) },
  });
}

/** A second step whose key nobody has any more. */
export async function forgetTelephoneOf(email: string) {
  settle({ DATABASE_URL: embeddedOwnerUrl(site().dataFolder) });
  const { db } = await import("#lib/db.ts");
  const data = { sealedSecret: "không ai còn giữ", confirmedAt: new Date(), user: { connect: { email } } };
  await db.secondFactor.create({ data });
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
