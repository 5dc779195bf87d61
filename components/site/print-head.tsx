/** Stands on paper only: where the print came from. */
export const PrintHead = ({ committee, url }: { committee: string; url: string }) => (
  <p className="sheet" aria-hidden="true">
    <b>Trang thông tin Chuyên mục Đảng</b>
    {committee}
    <br />
    {url}
  </p>
);
