import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { PASSWORD_EXAMPLE } from "#lib/auth/password-example.ts";
import { AppError } from "#lib/errors.ts";
import { fold } from "#lib/fold.ts";

/** What everybody who attacks such a site tries first. */
const CONTEXT =
  "dong thanh dongthanh dong ha dongha dang uy danguy chi bo chibo dang vien dangvien phuong chuyen muc dang quan tri quantri mat khau matkhau viet nam vietnam ho chi minh hochiminh quang tri quangtri bien tap".split(
    " ",
  );

const EXAMPLE = fold(PASSWORD_EXAMPLE).replaceAll(" ", "");

const judge = new ZxcvbnFactory({ dictionary: { ...dictionary, context: CONTEXT }, graphs: adjacencyGraphs });

const ENOUGH = 3; // of 4: safe against an attacker who asks the site itself

/** Refuses a password that is long but easy to guess: common ones, repetitions, the site's and the person's own words. */
export function refuseGuessable(password: string, { email, name }: { email: string; name: string }) {
  const own = [...fold(email).split(/[^a-z0-9]+/), ...fold(name).split(/\s+/), fold(name).replaceAll(" ", "")];
  const folded = fold(password).slice(0, 100);
  const rest = withoutWords(folded, [EXAMPLE, ...own, ...CONTEXT]);
  if (
    judge.check(
      folded,
      own.filter((word) => word.length > 2),
    ).score >= ENOUGH &&
    rest.size >= SHORTEST_REST
  )
    return;
  throw new AppError(
    "invalid",
    "Mật khẩu này dễ đoán. Đừng dùng tên người, tên phường, từ thường gặp hay dãy lặp lại; hãy ghép bốn, năm từ không liên quan, ví dụ về một kỷ niệm chỉ mình bạn biết.",
    "password",
  );
}

const SHORTEST_REST = 6;

/** What is left of a password when the words that anybody would try are taken out, and repetition with them. */
function withoutWords(password: string, words: string[]) {
  const longest = words.filter((word) => word.length > 2).sort((a, b) => b.length - a.length);
  const rest = longest.reduce((text, word) => text.replaceAll(word, ""), password.replace(/[^a-z0-9]/g, ""));
  return new Set(rest);
}
