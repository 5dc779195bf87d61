import type { moveArticles } from "#lib/articles/bulk.ts";
import type { FormState } from "#lib/form-state.ts";

type Moved = Awaited<ReturnType<typeof moveArticles>>;

const DONE: Record<Moved["move"], string> = {
  submit: "gửi duyệt",
  publish: "duyệt và đăng",
  approve: "duyệt",
  archive: "đưa vào lưu trữ",
  unarchive: "đưa ra khỏi lưu trữ",
  categorise: "chuyển chuyên mục. Bài đang đăng thì đăng lại, bạn đọc mới thấy ở chuyên mục mới",
};

/** What came of a move, of every article that stayed as it was by name. */
export function sayMoved({ move, done, refused }: Moved): FormState {
  const warnings = refused.map(({ title, sentence }) => `“${title}”: ${sentence}`);
  if (done === 0) return { error: `Không bài nào được ${DONE[move].split(".")[0]}.`, warnings };
  if (refused.length === 0) return { done: `${done} bài đã ${DONE[move]}.` };
  return { done: `${done} bài đã ${DONE[move]}. ${refused.length} bài không:`, warnings };
}
