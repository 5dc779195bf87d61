import { askToSignIn } from "#components/admin/session-end.ts";

/** What the library knows of a file that was taken in. */
export type UploadedMedia = {
  id: string;
  url: string;
  name: string;
  type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  alt: string;
  warnings: string[];
};

type Options = { onProgress?: (share: number) => void; replaces?: string | undefined };

const LOST = "Mất kết nối khi đang đưa tệp lên. Hãy kiểm tra mạng rồi thử lại.";
const TOO_LARGE = "Tệp lớn quá 25 MB. Hãy chia nhỏ hoặc nén tệp.";
const BROKEN = "Máy chủ chưa nhận được tệp. Hãy thử lại sau ít phút.";

/** Sends one file to the library; fails with a sentence. */
export async function uploadMedia(file: File, options: Options = {}): Promise<UploadedMedia> {
  const { status, answer } = await send(file, options);
  if (status === 401) return askToSignIn().then(() => uploadMedia(file, options));
  if (status === 200 && answer) return answer;
  throw new Error(status === 413 ? TOO_LARGE : (answer?.error ?? BROKEN));
}

/** By XMLHttpRequest, because fetch does not tell how far it has come. */
function send(file: File, { onProgress, replaces }: Options) {
  const form = new FormData();
  if (replaces) form.set("thay", replaces);
  form.set("tep", file);

  return new Promise<{ status: number; answer: ReturnType<typeof read> }>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded / total);
    request.onerror = () => reject(new Error(LOST));
    request.onload = () => resolve({ status: request.status, answer: read(request.responseText) });
    request.open("POST", "/quan-tri/tep/tai-len");
    request.send(form);
  });
}

/** The answer as sent; a page of HTML from something in between is none. */
function read(text: string): (UploadedMedia & { error?: string }) | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
