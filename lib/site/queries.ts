import { db } from "#lib/db.ts";
import { oncePerReading } from "#lib/once-per-reading.ts";

/** What a site says of itself before its committee has said anything. */
const UNNAMED = {
  committee: "Đảng ủy phường",
  ward: "phường",
  responsible: null,
  address: null,
  phone: null,
  email: null,
};

/** Whose site this is and how to reach them; only what the committee filled in. */
export const getSite = oncePerReading(async () => {
  const site = await db.site.findUnique({
    where: { id: 1 },
    select: { committee: true, ward: true, responsible: true, address: true, phone: true, email: true },
  });
  return site ?? UNNAMED;
});
