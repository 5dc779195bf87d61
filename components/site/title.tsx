import { unbreakable } from "#components/site/title-pairs.ts";

/** A title as typed, with the pairs of words held together that read badly when a line breaks inside them. */
export const Title = ({ text }: { text: string }) =>
  unbreakable(text).map(({ text: part, whole }, index) =>
    whole ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one title never move
      <span className="nb" key={index}>
        {part}
      </span>
    ) : (
      part
    ),
  );

/** Titles typed in capitals are set smaller and wider; their letters are never changed. */
export function titleClass(text: string) {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return letters.length >= 8 && capitals.length / letters.length >= 0.8 ? "caps" : undefined;
}
