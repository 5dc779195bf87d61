type Seal = {
  number: number;
  at: Date;
  ballots: number;
  root: string;
  closing: boolean;
  poll: { slug: string; question: string };
};

/** A seal as an entry of a feed. */
export const itemOfSeal = ({ number, at, ballots, root, closing, poll }: Seal) => ({
  path: `/tham-do/${poll.slug}/kiem-phieu`,
  guid: `${poll.slug} ${number} ${root}`,
  title: `${closing ? "Niêm phong kết quả thăm dò" : `Niêm phong lần ${number}`}: ${poll.question}`,
  summary: `${ballots.toLocaleString("vi-VN")} phiếu, gốc cây Merkle (SHA-256): ${root}`,
  publishedAt: at,
  changedAt: null,
  category: { name: "Thăm dò ý kiến" },
});
