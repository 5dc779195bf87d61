import { z } from "zod";
import { email, newPassword, personName } from "#lib/auth/schema.ts";
import { line } from "#lib/fields/schema.ts";

/** The first visit: whose site it is, and who runs it. `code` is the one of the link that the start printed. */
export const setUpSiteInput = z.object({
  code: z.string().max(200).default(""),
  committee: line(150, "Hãy ghi tên cấp ủy, ví dụ: Đảng ủy phường Đông Thanh."),
  ward: line(100, "Hãy ghi tên phường, xã, ví dụ: phường Đông Thanh."),
  name: personName,
  email,
  password: newPassword,
});
