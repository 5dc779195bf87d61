import { TextField } from "#components/admin/fields.tsx";

/** For a code of the application on the telephone, or a recovery code. */
export const CodeField = ({ autoFocus = false }: { autoFocus?: boolean }) => (
  <TextField
    name="code"
    label="Mã xác nhận"
    hint="Ví dụ: 492 039"
    inputMode="numeric"
    autoComplete="one-time-code"
    autoFocus={autoFocus}
    required
  />
);
