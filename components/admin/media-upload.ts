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
const BROKEN = "Máy chủ chưa nhận được tệp. Hãy thử lại sau ít phút.";

/** Sends one file to the library; fails with a sentence. XMLHttpRequest, because fetch does not tell how far it has come. */
export function uploadMedia(file: File, { onProgress, replaces }: Options = {}) {
  const form = new FormData();
  if (replaces) form.set("thay", replaces);
  form.set("tep", file);

  return new Promise<UploadedMedia>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded / total);
    request.onerror = () => reject(new Error(LOST));
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status === 200 && answer) resolve(answer);
      else
        reject(
          new Error(
            request.status === 413 ? "Tệp lớn quá 25 MB. Hãy chia nhỏ hoặc nén tệp." : (answer?.error ?? BROKEN),
          ),
        );
    };
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
