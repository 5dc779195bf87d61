import { expect, test } from "vitest";
import { schemaDrift } from "#tests/support/schema-engine.ts";

test("the migrations build what the schema describes", async () => {
  expect(await schemaDrift(String(process.env["OWNER_URL"]))).toBe("");
});
