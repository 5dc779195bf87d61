import { askToSignIn } from "#components/admin/session-end.ts";
import type { importDocx } from "#lib/importers/docx.ts";

export type ImportedArticle = Awaited<ReturnType<typeof importDocx>>;

type Line = { done?: number; article?: ImportedArticle; error?: string };

const UPLOADED = 0.3;
const LOST = "Mất kết nối khi đang đọc tệp Word. Hãy kiểm tra mạng rồi thử lại.";
const BROKEN = "Máy chủ chưa đọc được tệp Word này. Hãy thử lại sau ít phút.";

/** Sends a Word file to be read and tells how far it is, 0 to 1; fails with a sentence. */
export function readWordFile(file: File, onProgress: (share: number) => void) {
  const form = new FormData();
  form.set("tep", file);
  return new Promise<ImportedArticle>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress((UPLOADED * loaded) / total);
    request.onprogress = () => {
      const done = linesOf(request.responseText).findLast((line) => line.done !== undefined)?.done ?? 0;
      onProgress(UPLOADED + (1 - UPLOADED) * done);
    };
    request.onerror = () => reject(new Error(LOST));
    request.onload = () => {
      if (request.status === 401) return resolve(askToSignIn().then(() => readWordFile(file, onProgress)));
      const last = linesOf(request.responseText).at(-1);
      if (last?.article) resolve(last.article);
      else reject(new Error(last?.error ?? BROKEN));
    };
    request.open("POST", "/quan-tri/bai-viet/tu-tep-word");
    request.send(form);
  });
}

/** The whole lines so far; what is no JSON comes from something in between. */
function linesOf(text: string): Line[] {
  return text.split("\n").flatMap((line) => {
    try {
      return [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}
