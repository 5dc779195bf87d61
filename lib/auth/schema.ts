import { z } from "zod";
import { line } from "#lib/fields/schema.ts";

const EMAIL = "Hãy ghi một địa chỉ thư điện tử, ví dụ hoa@dongha.gov.vn.";

/** An address as it is stored and looked up: NFC, lower case. */
export const email = line(200, EMAIL)
  .transform((text) => text.toLowerCase())
  .pipe(z.email(EMAIL));

/** A password as it is hashed: NFC, so that every keyboard types the same (NIST SP 800-63B-4, 3.1.1.2); nothing is trimmed. */
export const password = z
  .string("Hãy ghi mật khẩu.")
  .max(1024, "Mật khẩu dài quá 256 chữ cái.")
  .transform((text) => text.normalize("NFC"));

const SHORTEST = 15;
const LONGEST = 256;

/** A password to be set: length is all that is asked here (no composition rules); lib/auth/password-strength.ts asks the rest. */
export const newPassword = password.pipe(
  z
    .string()
    .refine(
      (text) => [...text].length >= SHORTEST,
      `Mật khẩu cần ít nhất ${SHORTEST} chữ cái. Hãy ghép bốn, năm từ không liên quan.`,
    )
    .refine((text) => [...text].length <= LONGEST, `Mật khẩu dài quá ${LONGEST} chữ cái.`),
);

export const personName = line(100, "Hãy ghi họ và tên.");

/** A code as people type it, spaces and hyphens included. */
const oneTimeCode = z
  .string("Hãy ghi mã.")
  .max(200)
  .transform((text) => text.replace(/[^a-z0-9]/gi, "").toUpperCase());

export const oneTimeCodeInput = z.object({ code: oneTimeCode });

export const signInInput = z.object({
  email: z
    .string()
    .max(500)
    .transform((text) => text.normalize("NFC").trim().toLowerCase()),
  password,
  code: oneTimeCode.default(""),
});
