import type { ServerResponse } from "node:http";
import { pagePolicy, styleHash } from "#lib/server/front/security-headers.ts";

type Words = { title: string; advice: string };

/** What a reader is told when there is no page of the site to answer with. */
const WORDS = {
  400: { title: "Địa chỉ không hợp lệ", advice: "Hãy kiểm tra lại địa chỉ vừa mở, hoặc bắt đầu từ trang chủ." },
  403: {
    title: "Yêu cầu bị từ chối",
    advice: "Biểu mẫu này được gửi từ một trang web khác. Hãy mở lại trang của chúng tôi rồi gửi lại từ đó.",
  },
  404: {
    title: "Không tìm thấy trang",
    advice: "Trang có thể đã được chuyển hoặc gỡ xuống. Hãy tìm lại từ trang chủ.",
  },
  405: {
    title: "Không thực hiện được yêu cầu",
    advice: "Địa chỉ này không nhận cách gửi vừa dùng. Hãy quay lại trang chủ.",
  },
  413: { title: "Nội dung gửi lên quá lớn", advice: "Hãy rút gọn nội dung hoặc chọn tệp nhỏ hơn rồi gửi lại." },
  426: { title: "Không hỗ trợ cách kết nối này", advice: "Hãy mở trang bằng trình duyệt thông thường." },
  500: { title: "Trang gặp lỗi", advice: "Chúng tôi đã ghi nhận lỗi này. Hãy thử lại sau ít phút." },
  503: {
    title: "Trang tạm ngừng trong giây lát",
    advice: "Hệ thống đang bận hoặc được bảo trì. Hãy thử lại sau ít phút.",
  },
} as const satisfies Record<number, Words>;

export type RefusalStatus = keyof typeof WORDS;

const CSS = `:root{color-scheme:light dark;--paper:#fcfaf5;--ink:#1e1a15;--soft:#564e44;--red:#b3121a}
@media(prefers-color-scheme:dark){:root{--paper:#161412;--ink:#ece5d9;--soft:#bdb3a4;--red:#ff9488}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.65 -apple-system,"Segoe UI",Roboto,"Noto Sans",system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:12vh 1.25rem 3rem}
h1{margin:0 0 1rem;padding-top:1rem;border-top:.25rem solid var(--red);font:700 1.75rem/1.36 ui-serif,Cambria,"Noto Serif","Times New Roman",serif}
a{color:inherit;text-decoration-color:var(--red);text-underline-offset:.22em}
small{display:block;margin-top:2.5rem;font-size:1rem;color:var(--soft)}`;

const POLICY = pagePolicy([styleHash(CSS)]);

/** A page that needs nothing but this file: for when neither Next nor the database can be asked. */
function refusalPage(status: RefusalStatus, id: string) {
  const { title, advice } = WORDS[status];
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${CSS}</style></head><body><main><h1>${title}</h1><p>${advice}</p><p><a href="/">Về trang chủ</a></p><small>Mã yêu cầu: ${id}</small></main></body></html>`;
}

/** Answers with that page. `security` is what every answer carries; `extra` names and values of this one. */
export function refuse(
  response: ServerResponse,
  status: RefusalStatus,
  id: string,
  security: string[],
  extra: string[] = [],
) {
  const page = Buffer.from(refusalPage(status, id));
  response.writeHead(status, [
    ...security,
    ...["Content-Type", "text/html; charset=utf-8", "Content-Length", String(page.length)],
    ...["Content-Security-Policy", POLICY, "Cache-Control", "no-store", "X-Request-Id", id],
    ...(status === 503 ? ["Retry-After", "10"] : []),
    ...extra,
  ]);
  response.end(response.req.method === "HEAD" ? undefined : page);
}
