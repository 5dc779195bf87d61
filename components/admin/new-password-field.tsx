"use client";

import { TextField } from "#components/admin/fields.tsx";
import { PASSWORD_EXAMPLE } from "#lib/auth/password-example.ts";

const HINT = `Ít nhất 15 chữ cái. Hãy ghép bốn, năm từ không liên quan thành một câu dễ nhớ; có dấu và dấu cách đều được. Không dùng tên người, tên phường. Ví dụ (đừng dùng đúng câu này): ${PASSWORD_EXAMPLE}.`;

export const NewPasswordField = ({ label }: { label: string }) => (
  <TextField
    name="password"
    label={label}
    hint={HINT}
    type="password"
    autoComplete="new-password"
    minLength={15}
    required
  />
);
