import { db } from "#lib/db.ts";
import { listSeals } from "#lib/polls/board.ts";
import { FEWEST, showsBoard } from "#lib/polls/policy.ts";
import type { CellProtocol } from "#lib/polls/protocol.ts";
import { countBallots } from "#lib/polls/queries.ts";
import { showMoment } from "#lib/time.ts";

type Poll = {
  id: number;
  slug: string;
  question: string;
  kind: "open" | "cells";
  maxChoices: number;
  opensAt: Date;
  closesAt: Date | null;
  options: { id: number; label: string }[];
};

const TOO_FEW = `<h2>3. Kết quả</h2><p>Có dưới ${FEWEST} phiếu nên không công bố kết quả, để không lộ ý của từng người.</p>`;

/** Who signs the minutes on paper. */
export const SIGNERS = ["Người lập biên bản", "Người chứng kiến", "Đại diện cấp ủy"];

/**
 * The minutes of a sealed poll as the HTML of an article's body, for page, print and Word alike; null before its closing
 * seal. Cells' figures are those that the seal keeps; ballots set aside since then are counted apart.
 */
export async function readMinutes(poll: Poll) {
  const [seal, result, asides, reissued] = await Promise.all([
    db.seal.findFirst({
      where: { pollId: poll.id, closing: true },
      select: { at: true, protocol: true, ballots: true },
    }),
    countBallots(poll),
    listSetAsides(poll.id),
    db.voteCode.count({ where: { pollId: poll.id, replaces: { not: null } } }),
  ]);
  if (!seal) return null;
  const cells = (seal.protocol ?? []) as CellProtocol[];
  const root = (await listSeals(poll.id)).at(-1)?.root ?? "";
  const parts = [
    aboutPoll(poll),
    poll.kind === "cells" ? aboutTurnout(cells, reissued) : "",
    showsBoard({ kind: poll.kind, sealed: seal.ballots }) ? aboutResult(result, poll) : TOO_FEW,
    poll.kind === "cells" ? aboutCells(poll, cells) : "",
    aboutSetAsides(asides, result.setAside),
    aboutSeal(result.total + result.setAside, seal.at, root),
  ];
  return { sealedAt: seal.at, html: parts.join("") };
}

const listSetAsides = (pollId: number) =>
  db.setAside.findMany({
    where: { pollId },
    orderBy: { id: "asc" },
    select: { at: true, actor: true, reason: true, _count: { select: { ballots: true } } },
  });

const number = (value: number) => value.toLocaleString("vi-VN");
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const text = (value: string) => value.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
const heading = (title: string) => `<h2>${title}</h2>`;
const row = (cells: string[], tag: "th" | "td") =>
  `<tr>${cells.map((cell, at) => `<${tag}${at > 0 ? ' class="giua"' : ""}>${text(cell)}</${tag}>`).join("")}</tr>`;
const table = (head: string[], rows: string[][]) =>
  `<table><thead>${row(head, "th")}</thead><tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;

function aboutPoll({ question, kind, maxChoices, opensAt, closesAt }: Poll) {
  const who =
    kind === "open"
      ? "Mọi người đọc, mỗi mã xác nhận một phiếu. Kết quả tham khảo, không phải khảo sát đại diện."
      : "Đảng viên các chi bộ, mỗi mã phiếu được phát một phiếu.";
  const choice = maxChoices > 1 ? `chọn nhiều nhất ${maxChoices} ý` : "chọn một ý";
  const end = closesAt ? `đến ${showMoment(closesAt)}` : "";
  return [
    heading("1. Nội dung thăm dò"),
    `<p>Câu hỏi: <strong>${text(question)}</strong> (${choice}).</p>`,
    `<p>Thời gian: từ ${showMoment(opensAt)} ${end}.</p>`,
    `<p>Người bỏ phiếu: ${who}</p>`,
  ].join("");
}

const sumOf = (cells: CellProtocol[], what: "issued" | "used" | "voided") =>
  cells.reduce((sum, cell) => sum + cell[what], 0);
const share = (part: number, whole: number) => `${whole > 0 ? Math.round((part * 100) / whole) : 0}%`;

function aboutTurnout(cells: CellProtocol[], reissued: number) {
  const line = (name: string, issued: number, used: number, voided: number) => [
    name,
    number(issued),
    number(used),
    share(used, issued),
    number(voided),
  ];
  const total = line("Cộng", sumOf(cells, "issued"), sumOf(cells, "used"), sumOf(cells, "voided"));
  return [
    heading("2. Tham gia của các chi bộ"),
    table(
      ["Chi bộ", "Phát ra", "Đã bỏ phiếu", "Tỷ lệ", "Hủy"],
      [...cells.map(({ cell, issued, used, voided }) => line(cell, issued, used, voided)), total],
    ),
    `<p>Phiếu báo mất đã hủy: ${number(sumOf(cells, "voided"))}. Phiếu phát thay: ${number(reissued)}.</p>`,
  ].join("");
}

type Result = Awaited<ReturnType<typeof countBallots>>;

function aboutResult({ options, total }: Result, { kind, maxChoices }: Poll) {
  const rows = options.map(({ label, ballots, percent }) => [label, number(ballots), `${percent}%`]);
  const last = maxChoices > 1 ? "" : share(total, total);
  return [
    heading(`${kind === "cells" ? 3 : 2}. Kết quả`),
    table(["Ý chọn", "Số phiếu", "Tỷ lệ"], [...rows, ["Tổng số phiếu", number(total), last]]),
  ].join("");
}

function aboutCells({ options }: Poll, cells: CellProtocol[]) {
  const shown = cells.filter(({ result }) => result !== null);
  if (shown.length === 0) return "";
  return [
    "<p>Kết quả theo chi bộ (chỉ nơi có từ 5 phiếu và không suy ra được nơi khác):</p>",
    table(
      ["Chi bộ", ...options.map(({ label }) => label)],
      shown.map(({ cell, result }) => [cell, ...(result ?? []).map(number)]),
    ),
  ].join("");
}

type SetAside = Awaited<ReturnType<typeof listSetAsides>>[number];

function aboutSetAsides(asides: SetAside[], total: number) {
  if (asides.length === 0) return "<p>Không có phiếu nào bị để riêng.</p>";
  const rows = asides.map(({ at, actor, reason, _count }) => [reason, showMoment(at), actor, number(_count.ballots)]);
  return [
    `<p>Phiếu để riêng theo quyết định, không tính vào kết quả: ${number(total)}.</p>`,
    table(["Lý do", "Lúc", "Người quyết định", "Số phiếu"], rows),
  ].join("");
}

const aboutSeal = (ballots: number, at: Date, root: string) =>
  [
    heading("Niêm phong"),
    `<p>Lúc ${showMoment(at)}, ${number(ballots)} phiếu được niêm phong bằng gốc cây Merkle (SHA-256):</p>`,
    `<p class="giua">${root.match(/.{32}/g)?.join("<br>")}</p>`,
    "<p>Ai có bảng kiểm phiếu đều tính lại được số này và kết quả trên.</p>",
  ].join("");
