/** Words that lose their sense when a line breaks inside them. Lower case; matched in any case, whole words only. */
const PAIRS = [
  "an ninh", "an toàn", "bầu cử", "báo cáo", "ban bí thư", "ban thường vụ", "bí thư", "biểu dương", "bồi dưỡng", "bộ chính trị",
  "cán bộ", "cấp ủy", "chi bộ", "chi ủy", "chỉ thị", "chính quyền", "chính trị", "chuyên đề", "chuyên mục", "chương trình",
  "công an", "công dân", "công đoàn", "công tác", "cơ quan", "cơ sở", "cựu chiến binh", "dân chủ", "dân vận", "diễn đàn",
  "đại biểu", "đại hội", "đảng bộ", "đảng ủy", "đảng viên", "đạo đức", "đoàn kết", "đoàn thể", "đồng chí", "đối thoại",
  "đông hà", "đông thanh", "gặp mặt", "giám sát", "giáo dục", "gia đình", "góp ý", "học tập", "học sinh", "hội nghị",
  "hội đồng nhân dân", "huy hiệu", "hướng dẫn", "kế hoạch", "kết luận", "kết nạp", "khai mạc", "khen thưởng", "khu phố", "kiểm điểm",
  "kiểm tra", "kinh tế", "kỷ luật", "kỷ niệm", "lãnh đạo", "lao động", "lễ hội", "lịch sử", "lý luận", "mặt trận",
  "mầm non", "nghị quyết", "người dân", "nhân dân", "nhiệm kỳ", "nhiệm vụ", "nông thôn", "phát triển", "phong trào", "phụ nữ",
  "quán triệt", "quân sự", "quảng trị", "quốc khánh", "quốc phòng", "quyết định", "sáng tạo", "sinh hoạt", "sơ kết", "suy thoái",
  "tăng cường", "tập huấn", "tổ chức", "tổ dân phố", "tổ quốc", "tổng bí thư", "tổng kết", "thanh niên", "thành phố", "thành ủy",
  "thảo luận", "thăm dò", "thi đua", "thông báo", "thực hiện", "thường vụ", "tiểu học", "tỉnh ủy", "tìm thấy", "toàn quốc",
  "trao tặng", "triển khai", "trung ương", "tuyên giáo", "tuyên truyền", "tư tưởng", "ủy ban", "ủy ban nhân dân", "vận động", "văn bản",
  "văn hóa", "xã hội", "xây dựng", "xét xử", "ý kiến", "y tế",
]; // biome-ignore format: one word a line would be a hundred and fifty lines

/** A number that belongs to the word before it: Chi bộ 1, khu phố 12, khóa XII, Trung ương 4, lần thứ III. */
const NUMBERED = String.raw`(?:chi bộ|khu phố|tổ dân phố|trung ương|khóa|khoá|quý|tháng|năm|số|lần thứ)\s(?:\d+(?:[-/]\p{L}+)*|[IVXLC]+)`;
const longestFirst = [...PAIRS].sort((a, b) => b.length - a.length).map((pair) => pair.replaceAll(" ", "\\s"));
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${NUMBERED}|${longestFirst.join("|")})(?![\p{L}\p{N}])`,
  "giu",
);

/** The title cut into what may break and what may not; joined again it is the title, to the letter. */
export function unbreakable(title: string) {
  const parts: { text: string; whole: boolean }[] = [];
  let at = 0;
  for (const { 0: pair, index } of title.matchAll(pattern)) {
    if (index > at) parts.push({ text: title.slice(at, index), whole: false });
    parts.push({ text: pair, whole: true });
    at = index + pair.length;
  }
  if (at < title.length) parts.push({ text: title.slice(at), whole: false });
  return parts;
}
