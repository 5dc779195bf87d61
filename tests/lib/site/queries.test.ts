import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { getSite } from "#lib/site/queries.ts";

test("before its first row the site has a name and nothing made up", async () => {
  expect(await getSite()).toMatchObject({ committee: "Đảng ủy phường", address: null, phone: null, email: null });
});

test("the set-up code never leaves the table", async () => {
  await db.site.create({ data: { committee: "Đảng ủy phường A", ward: "phường A", setupCodeHash: "bí mật" } });
  expect(JSON.stringify(await getSite())).not.toContain("bí mật");
});
