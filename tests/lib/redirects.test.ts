import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { findRedirect } from "#lib/redirects.ts";

test("an old address leads to its present one, inside this site only", async () => {
  await db.redirect.createMany({
    data: [
      { path: "/bai-viet/cu", target: "/bai-viet/moi" },
      { path: "/ra-ngoai", target: "https://example.org/" },
      { path: "/hai-vach", target: "//example.org" },
      { path: "/vong", target: "/vong" },
    ],
  });
  expect(await findRedirect("/bai-viet/cu")).toBe("/bai-viet/moi");
  for (const path of ["/ra-ngoai", "/hai-vach", "/vong", "/khong-co", "/\0", `/${"a".repeat(600)}`]) {
    expect(await findRedirect(path)).toBeNull();
  }
});
