import { AppError } from "#lib/errors.ts";
import { LARGEST_FILE } from "#lib/media/schema.ts";

/** What a form adds around its file. */
const AROUND = 64 * 1024;

/**
 * The file of a multipart form, and the id it shall stand behind when it replaces another. Nothing longer than a file may
 * be is held in memory, whatever the request announces.
 */
export async function readUploadedFile(request: Request) {
  const form = await readForm(request, await readBody(request));
  const [file, mediaId] = [form.get("tep"), form.get("thay")];
  if (!(file instanceof File)) throw new AppError("invalid", "Không nhận được tệp. Hãy chọn lại tệp.");
  const bytes = Buffer.from(await file.arrayBuffer());
  return { name: file.name, bytes, ...(typeof mediaId === "string" && mediaId !== "" && { mediaId }) };
}

async function readBody(request: Request) {
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_FILE + AROUND) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > LARGEST_FILE + AROUND) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readForm(request: Request, body: Buffer<ArrayBuffer>) {
  try {
    return await new Response(body, {
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    }).formData();
  } catch {
    throw new AppError("invalid", "Không nhận được tệp. Hãy chọn lại tệp.");
  }
}

const tooLarge = () => new AppError("invalid", "Tệp lớn quá 25 MB. Hãy chia nhỏ hoặc nén tệp rồi đưa lên lại.");
