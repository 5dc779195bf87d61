import type { Rule } from "#lib/articles/checklist-rule.ts";
import { isAllCapitals, suggestSentenceCase } from "#lib/articles/sentence-case.ts";

export const titleRules: Rule[] = [
  {
    rule: "summary",
    level: "blocker",
    passed: "Bài đã có tóm tắt.",
    find: ({ summary }) =>
      summary.trim()
        ? []
        : [
            {
              sentence:
                "Bài chưa có tóm tắt. Hãy viết một, hai câu cho biết bài nói việc gì; bạn đọc thấy câu này ở trang chủ và khi tìm kiếm.",
            },
          ],
  },
  {
    rule: "title-capitals",
    level: "warning",
    passed: "Tên bài viết chữ thường, dễ đọc.",
    find: ({ title }) =>
      isAllCapitals(title)
        ? [
            {
              sentence: `Tên bài viết toàn chữ in hoa nên khó đọc, máy đọc màn hình có thể đánh vần từng chữ. Gợi ý: “${suggestSentenceCase(title)}”.`,
              place: title,
            },
          ]
        : [],
  },
];
