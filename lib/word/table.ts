import { convertMillimetersToTwip, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { Element } from "domhandler";
import { allOf, isNamed } from "#lib/html-tree.ts";

const TEXT_WIDTH = convertMillimetersToTwip(160);

/** A table over the width of the text, its spans kept and its head repeated on each page. */
export function tableOf<Layout>(
  table: Element,
  layout: Layout,
  blocksOf: (cell: Element, layout: Layout, bold: boolean) => (Paragraph | Table)[],
) {
  const rows = allOf(table.children, "tr").filter((row) => closestTable(row) === table);
  const columns = Math.max(1, ...rows.map(widthOf));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => Math.floor(TEXT_WIDTH / columns)),
    rows: rows.map(
      (row) =>
        new TableRow({
          tableHeader: isNamed(row.parent as Element, "thead"),
          children: cellsOf(row).map(
            (cell) =>
              new TableCell({
                columnSpan: span(cell, "colspan"),
                rowSpan: span(cell, "rowspan"),
                children: blocksOf(cell, layout, cell.name === "th"),
              }),
          ),
        }),
    ),
  });
}

const cellsOf = (row: Element) => row.children.filter((node) => isNamed(node, "td", "th"));
const span = ({ attribs }: Element, name: string) => Number(attribs[name] ?? 1);
const widthOf = (row: Element) => cellsOf(row).reduce((sum, cell) => sum + span(cell, "colspan"), 0);

function closestTable(row: Element) {
  let outer = row.parent;
  while (outer && !isNamed(outer, "table")) outer = outer.parent;
  return outer;
}
