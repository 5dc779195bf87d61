/** A document's number with the "số" before it: số 28-KH/TU, 30 – KH/ĐU, 42/2022/NĐ-CP. */
const NUMBER = /(?:số\s)?(?<![\p{L}\p{N}/-])\d{1,4}(?:\/\d{4})?\s?[-–/]\s?\p{Lu}[\p{L}]*(?:[-/]\p{Lu}[\p{L}\d]*)+/gu;
const TAG = /(<[^>]*>)/;

/** Keeps the numbers of documents on one line. Takes sanitised HTML (no bare `<` or `>`); the text itself is unchanged. */
export const holdNumbers = (html: string) =>
  html
    .split(TAG)
    .map((part) => (part.startsWith("<") ? part : part.replace(NUMBER, '<span class="nb">$&</span>')))
    .join("");
