import { Comparison } from "#components/admin/comparison.tsx";
import type { Compared } from "#components/admin/text-diff.ts";

type Revision = Compared & { number: number };

/** What changed from one revision to another; of one that is to come back, what would change. */
export const TwoRevisions = ({ older, newer, restores }: { older: Revision; newer: Revision; restores: boolean }) => (
  <section className="two" aria-labelledby="hai-ban">
    <h2 id="hai-ban">
      {restores
        ? `Nếu lấy lại bản số ${newer.number}, bài sẽ đổi thế này`
        : `Từ bản số ${older.number} đến bản số ${newer.number}`}
    </h2>
    {older.number === newer.number ? (
      <p className="note">Bài mới có một bản, chưa có gì để so sánh.</p>
    ) : (
      <>
        <p className="hint">
          <del>Chữ gạch ngang</del> có ở bản số {older.number}, không còn ở bản số {newer.number}.{" "}
          <ins>Chữ gạch chân</ins> chỉ có ở bản số {newer.number}.
        </p>
        <Comparison before={older} after={newer} />
      </>
    )}
  </section>
);
