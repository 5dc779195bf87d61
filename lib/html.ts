import { Parser } from "htmlparser2";
import sanitize from "sanitize-html";
import { AppError } from "#lib/errors.ts";
import { ALIGNED_ELEMENTS, ALIGNMENT, BODY_ATTRIBUTES, LINK_SCHEMES } from "#lib/html-elements.ts";
import type { Dropped } from "#lib/html-inline.ts";
import { tidyHtml } from "#lib/html-tidy.ts";

const LARGEST = 2 * 1024 * 1024;
const DEEPEST = 100;
const MOST_ELEMENTS = 100_000;
const MOST_PIECES = 400_000; // attributes, and pieces of text: each entity and each stray < begins one

const RULES: sanitize.IOptions = {
  allowedTags: Object.keys(BODY_ATTRIBUTES),
  allowedAttributes: BODY_ATTRIBUTES,
  allowedClasses: Object.fromEntries(ALIGNED_ELEMENTS.map((name) => [name, Object.values(ALIGNMENT)])),
  allowedSchemes: LINK_SCHEMES,
  allowProtocolRelative: false,
};

const WARNINGS: Record<Dropped, string> = {
  hidden: "Đã bỏ phần chữ ẩn, người đọc không nhìn thấy được.",
  picture: "Đã bỏ ảnh không nằm trong kho ảnh của trang. Hãy thêm ảnh bằng nút Thêm ảnh.",
  embedded: "Đã bỏ nội dung nhúng từ nơi khác (khung, video, biểu mẫu, mã chương trình).",
  link: "Đã bỏ liên kết không hợp lệ; chữ của liên kết vẫn còn.",
};

/** Makes any HTML (an editor's, Word's, an old site's) into a body fit to be served, and says in sentences what was left out. */
export function cleanHtml(html: string) {
  refuseLength(html);
  refuseBombs(html);
  const tidy = tidyHtml(html);
  refuseLength(tidy.html);
  return { html: sanitize(tidy.html, RULES), warnings: [...tidy.dropped].map((what) => WARNINGS[what]) };
}

/** The one sanitiser: what it returns holds only what lib/html-elements.ts lists. Throws AppError on a body too large or too deep. */
export const sanitizeHtml = (html: string) => cleanHtml(html).html;

function refuseLength(html: string) {
  if (Buffer.byteLength(html) <= LARGEST) return;
  throw new AppError("invalid", "Nội dung bài dài quá 2 MB. Hãy chia thành nhiều bài.", "bodyHtml");
}

/** Counts before anything is built: what follows costs more with every level of nesting. */
function refuseBombs(html: string) {
  let depth = 0;
  let elements = 0;
  let pieces = 0;
  const count = () => {
    if (depth <= DEEPEST && elements <= MOST_ELEMENTS && pieces <= MOST_PIECES) return;
    throw new AppError(
      "invalid",
      "Định dạng của bài quá rối. Hãy dán lại bằng Ctrl+Shift+V (chỉ lấy chữ).",
      "bodyHtml",
    );
  };
  const countPiece = () => {
    pieces += 1;
    count();
  };
  const parser = new Parser({
    onopentagname() {
      depth += 1;
      elements += 1;
      count();
    },
    onattribute: countPiece,
    ontext: countPiece,
    onclosetag() {
      depth -= 1;
    },
  });
  parser.end(html);
}

const LINES = new Set(["p", "h2", "h3", "h4", "li", "blockquote", "caption", "tr", "figcaption", "br", "hr"]);
const CELLS = new Set(["td", "th"]);

/** The text of a sanitised body, one line for each block. */
export function textOf(html: string) {
  let text = "";
  const parser = new Parser({
    ontext(data) {
      text += data;
    },
    onclosetag(name) {
      if (LINES.has(name)) text += "\n";
      else if (CELLS.has(name)) text += " ";
    },
  });
  parser.end(html);
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}
