/** NFC, the form that everything is stored in. */
export const nfc = (text: string) => text.normalize("NFC");

/** Without accents, lower case: for matching, never for showing. `đ` has no decomposition and is mapped by hand. */
export const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();
