import { z } from "zod";
import { email, newPassword, password, personName } from "#lib/auth/schema.ts";
import { rowId } from "#lib/fields/schema.ts";

const role = z.enum(["contributor", "editor", "publisher", "administrator"], "Hãy chọn một vai trò.");

const userId = rowId("Không có người dùng này.");

export const createUserInput = z.object({ email, name: personName, role, password: newPassword });

export const changePasswordInput = z
  .object({ current: password, password: newPassword, again: z.string().optional() })
  .refine(({ password, again }) => again === undefined || again.normalize("NFC") === password, {
    path: ["again"],
    message: "Hai lần gõ mật khẩu mới chưa giống nhau.",
  });

export const setPasswordInput = z.object({ userId, password: newPassword });

export const setRoleInput = z.object({ userId, role });

export const userInput = z.object({ userId });

/** A box of a form: sent when it is ticked, and not at all when it is not. */
export const mailWishInput = z.object({ mailWanted: z.literal("on").optional() });
