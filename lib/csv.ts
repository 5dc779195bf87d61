/**
 * What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection), also behind a semicolon or
 * a tab: where those part the cells, as for Excel in Vietnamese, a new one begins there.
 */
const neutral = (text: string) => text.replace(/(^|[;\t])(?=[=+\-@\t\r\n＝＋－＠])/g, "$1'");

const cell = (value: string | number) => {
  const text = typeof value === "number" ? String(value) : neutral(value);
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as CSV (RFC 4180) with a byte-order mark, without which Excel misreads Vietnamese. */
export const csvOf = (rows: (string | number)[][]) =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
