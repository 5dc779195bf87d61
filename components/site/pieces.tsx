type Piece = { text: string; hit: boolean };

/** Text with what the reader searched for in `<mark>`. */
export const Pieces = ({ pieces }: { pieces: Piece[] }) =>
  pieces.map(({ text, hit }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    hit ? <mark key={index}>{text}</mark> : text,
  );
