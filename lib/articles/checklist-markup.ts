import { type Element, type Reading, type Rule, textIn } from "#lib/articles/checklist-rule.ts";

const VAGUE =
  /^(?:tại đây|ở đây|đây|vào đây|nhấn vào đây|bấm vào đây|xem thêm|xem tiếp|chi tiết|link|click here|here)[.!…:]*$/iu;
const LABELLED =
  /^(?:\S+\.(?:jpe?g|png|webp|gif)|(?:ảnh|hình|image|img|dsc|screenshot|có thể là hình ảnh)[\s_\d.-]*)$/iu;

export const markupRules: Rule[] = [
  {
    rule: "image-alt",
    level: "blocker",
    passed: "Ảnh nào cũng có lời mô tả.",
    find: ({ elements }) => elements("img").flatMap((image) => missingAlt(image) ?? []),
  },
  {
    rule: "fake-heading",
    level: "warning",
    passed: "Đề mục được đánh dấu đúng kiểu.",
    find: ({ elements }) =>
      elements("p")
        .filter(isFakeHeading)
        .map((paragraph) => ({
          sentence:
            "Dòng in đậm, viết hoa này trông như đề mục nhưng máy đọc màn hình không biết. Hãy chọn kiểu Đề mục cho dòng này.",
          place: textIn(paragraph),
        })),
  },
  {
    rule: "link-text",
    level: "warning",
    passed: "Chữ của liên kết nói rõ dẫn tới đâu.",
    find: ({ elements }) => elements("a").flatMap((link) => vagueLink(link) ?? []),
  },
  {
    rule: "new-host",
    level: "warning",
    passed: "Không có liên kết tới trang lạ.",
    find: newHosts,
  },
];

/** Marked as decoration is an empty `alt` with `role="presentation"`; an empty `alt` alone is a forgotten one. */
function missingAlt({ attribs }: Element) {
  const alt = attribs["alt"]?.trim() ?? "";
  if (attribs["role"] === "presentation") return undefined;
  const place = attribs["src"]?.split("/").at(-1) ?? "";
  if (!alt)
    return {
      sentence:
        "Ảnh chưa có lời mô tả cho người không nhìn thấy ảnh. Hãy ghi một câu, ví dụ “Đảng viên Chi bộ 1 thảo luận tại diễn đàn”, hoặc chọn “Ảnh trang trí”.",
      place,
    };
  if (LABELLED.test(alt))
    return { sentence: `Lời mô tả ảnh “${alt}” chưa nói ảnh chụp gì. Hãy ghi một câu mô tả.`, place };
  return undefined;
}

function isFakeHeading(paragraph: Element) {
  const allStrong = paragraph.children.every((child) =>
    "attribs" in child ? ["strong", "br"].includes(child.name) : !("data" in child) || child.data.trim() === "",
  );
  if (!allStrong) return false;
  const text = textIn(paragraph);
  return text.length > 3 && text.length <= 200 && text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
}

function vagueLink(link: Element) {
  if (!link.attribs["href"]) return undefined; // the target of a footnote
  const text = textIn(link);
  const pictured = link.children.some((child) => "attribs" in child && child.name === "img");
  if (!text && !pictured)
    return { sentence: "Có một liên kết không có chữ nào. Hãy ghi chữ hoặc bỏ liên kết.", place: link.attribs["href"] };
  if (VAGUE.test(text))
    return {
      sentence: `Liên kết chỉ ghi “${text}” nên không rõ dẫn tới đâu. Hãy gắn liên kết vào tên văn bản hoặc tên trang.`,
      place: text,
    };
  return undefined;
}

function newHosts({ elements, hosts }: Reading) {
  const seen = new Set<string>();
  for (const { attribs } of elements("a")) {
    const url = URL.parse(attribs["href"] ?? "");
    if (url?.protocol.startsWith("http") && !hosts.has(url.hostname)) seen.add(url.hostname);
  }
  return [...seen].map((host) => ({
    sentence: `Trang ${host} chưa từng được dẫn tới từ trang này. Hãy mở xem đó có đúng là nơi bạn muốn bạn đọc tới không.`,
    place: host,
  }));
}
