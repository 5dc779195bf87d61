import { htmlAsDocx } from "#lib/word/html-as-docx.ts";
import { picture } from "#tests/support/files.ts";

/** The report that the newsroom's tests bring in: a Word file in the layout of official papers, with bold capitals for headings, a picture, a table and a telephone number. */
export async function reportInWord(title: string) {
  const bytes = await picture(640, 420).jpeg().toBuffer();
  return htmlAsDocx(
    {
      title,
      committee: "Đảng ủy phường Đông Thanh",
      ward: "phường Đông Thanh",
      day: new Date("2026-11-20T00:00:00Z"),
      origin: "http://127.0.0.1",
      bodyHtml: `<p><strong>I. KẾT QUẢ</strong></p><p class="deu">Chi bộ đã họp và thống nhất các nhiệm vụ của quý tới.</p>
<figure><img src="/tep/a/anh.jpg" alt="Đảng viên biểu quyết tại hội nghị"></figure>
<table><tbody><tr><th>Chi bộ</th><th>Đảng viên</th></tr><tr><td>Chi bộ 1</td><td>19</td></tr></tbody></table>
<p><strong>II. NHIỆM VỤ</strong></p><p>Có gì chưa rõ xin gọi 0912 345 678.</p>`,
    },
    async () => ({ bytes, type: "jpg", width: 640, height: 420 }),
  );
}
