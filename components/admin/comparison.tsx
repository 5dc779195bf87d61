import { memo } from "react";
import { type Compared, compareTexts, type Part } from "#components/admin/text-diff.ts";

const AROUND = 1;

const SAID = { gone: "Bỏ", new: "Thêm", changed: "Sửa", form: "Đổi định dạng, liên kết", same: "" };

type Props = { before: Compared; after: Compared };

/** What differs between two texts, in words; what is the same is left out but for a block before and after. Long texts take long. */
export const Comparison = memo(function Comparison({ before, after }: Props) {
  const blocks = compareTexts(before, after);
  const shown = blocks.flatMap((block, at) => {
    const isNear = blocks.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== "same");
    return isNear ? [{ ...block, at }] : [];
  });
  if (shown.length === 0) return <p>Hai bên giống nhau về chữ và định dạng.</p>;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="comparison" tabIndex={0} aria-label="Chỗ khác nhau">
      {shown.map(({ at, kind, parts }, index) => (
        <div key={at} className={kind}>
          {at > (shown[index - 1]?.at ?? -1) + 1 && <p className="gap">…</p>}
          <p>
            {kind !== "same" && (
              <>
                <b className="tag">{SAID[kind]}</b>{" "}
              </>
            )}
            {parts.map(marked)}
          </p>
        </div>
      ))}
    </section>
  );
});

function marked({ kind, text }: Part, at: number) {
  // biome-ignore-start lint/suspicious/noArrayIndexKey: the parts never change their order
  if (kind === "gone") return <del key={at}>{text}</del>;
  if (kind === "new") return <ins key={at}>{text}</ins>;
  return <span key={at}>{text}</span>;
  // biome-ignore-end lint/suspicious/noArrayIndexKey: the parts never change their order
}
