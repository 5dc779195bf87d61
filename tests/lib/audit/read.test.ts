import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { listAudit } from "#lib/audit/read.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { db } from "#lib/db.ts";
import { clerk } from "#tests/support/polls.ts";

test("administrators page back through everything that was done, newest first; nobody else reads it", async () => {
  for (let number = 1; number <= 60; number++)
    await recordAudit(db, { actor: number % 2 ? clerk : system("job"), action: `act.${number}` });

  const first = await listAudit(clerk);
  const second = await listAudit(clerk, first.next);
  expect([...first.events, ...second.events].map(({ action }) => action)).toEqual(
    Array.from({ length: 60 }, (_, index) => `act.${60 - index}`),
  );
  expect(second.next).toBeUndefined();
  expect(first.events.slice(0, 2).map(({ actor }) => actor)).toEqual(["system: job", clerk.name]);
  expect((await listAudit(clerk, "1; DROP")).events).toHaveLength(50);

  for (const role of ["contributor", "editor", "publisher"] as const)
    await expect(listAudit({ ...clerk, role })).rejects.toMatchObject({ code: "forbidden" });
});
