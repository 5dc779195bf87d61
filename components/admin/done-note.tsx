const SENTENCES: Record<string, string> = {
  lap: "Đã lập cuộc thăm dò.",
  luu: "Đã lưu. Việc này đã ghi vào nhật ký công khai.",
  mo: "Đã mở. Công chúng bỏ phiếu được ngay.",
  dong: "Đã đóng và niêm phong.",
  "dong-cho": "Đã đóng, không nhận phiếu nữa. Niêm phong sẽ có sau ít phút.",
  thay: "Đã lập cuộc thay thế; cuộc cũ đã đóng. Hai trang có đường dẫn sang nhau.",
  duyet: "Đã ghi quyết định về ý kiến.",
  rieng: "Đã để riêng các phiếu. Kết quả đã tính lại.",
};

/** What has just been done, after the page was loaded anew: `?xong=luu`. */
export const DoneNote = ({ done }: { done: string | string[] | undefined }) => {
  const sentence = typeof done === "string" && Object.hasOwn(SENTENCES, done) ? SENTENCES[done] : undefined;
  return (
    sentence && (
      <p role="status" className="note">
        {sentence}
      </p>
    )
  );
};
