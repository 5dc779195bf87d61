/** What stands in a new footnote until somebody writes over it. */
export const NOTE_TO_WRITE = "Ghi chú thích ở đây.";
