/** What an article's body may be made of: the one list that sanitiser, editor and stylesheet share. */
export const BODY_ATTRIBUTES: Record<string, string[]> = {
  p: [],
  h2: [],
  h3: [],
  h4: [],
  strong: [],
  em: [],
  u: [],
  s: [],
  sub: [],
  sup: [],
  ul: [],
  ol: ["start", "type"],
  li: [],
  blockquote: [],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tfoot: [],
  tr: [],
  th: ["colspan", "rowspan", "scope"],
  td: ["colspan", "rowspan"],
  a: ["href", "id"],
  img: ["src", "alt", "role", "width", "height"],
  figure: [],
  figcaption: [],
  hr: [],
  br: [],
};

/** Text alignment is a class, so that no page needs inline styles; the left side is the absence of one. */
export const ALIGNMENT = { center: "giua", right: "phai", justify: "deu" } as const;

/** How an ordered list may count besides in numbers: texts refer to "điểm a". */
export const LIST_TYPES = ["a", "A", "i", "I"];

export const ALIGNED_ELEMENTS = ["p", "h2", "h3", "h4", "th", "td"];

export const LINK_SCHEMES = ["http", "https", "mailto", "tel"];

/** Media of this site; pictures from elsewhere would tell strangers who reads what. */
export const OWN_MEDIA = /^\/tep\/[\w-]+\/[\w.-]+$/;

/** Ids that tie a footnote to its mark: `chu-thich-3` is the note, `ve-3` its mark in the text. */
export const FOOTNOTE_ID = /^(?:chu-thich|ve)-\d{1,4}$/;

/** What stands in a new footnote until somebody writes over it. */
export const NOTE_TO_WRITE = "Ghi chú thích ở đây.";
