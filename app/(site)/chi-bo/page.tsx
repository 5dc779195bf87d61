import { CellNames } from "#components/site/cell-names.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { Section } from "#components/site/section.tsx";
import { listCells } from "#lib/cells/queries.ts";
import { describePage } from "#lib/site/metadata.ts";
import { getSite } from "#lib/site/queries.ts";
import { Frame } from "../frame.tsx";

const PATH = "/chi-bo";

export async function generateMetadata() {
  const { committee } = await getSite();
  return describePage({
    title: "Các chi bộ",
    description: `Các chi bộ trực thuộc ${committee} và bài của từng chi bộ.`,
    path: PATH,
  });
}

export default async function CellsPage() {
  const [{ committee }, cells] = await Promise.all([getSite(), listCells()]);
  const present = cells.filter(({ validTo }) => validTo === null);
  const former = cells.filter(({ validTo }) => validTo !== null);

  return (
    <Frame current={PATH} trail={[{ name: "Chi bộ", path: PATH }]}>
      <PageHead title="Các chi bộ">
        <p>Các chi bộ trực thuộc {committee}. Chọn một chi bộ để đọc bài của chi bộ đó.</p>
      </PageHead>
      {present.length > 0 ? <CellNames cells={present} /> : <p>Chưa có chi bộ nào trong danh sách.</p>}
      {former.length > 0 && (
        <Section className="band" id="don-vi-cu" title="Đơn vị cũ">
          <CellNames cells={former} />
        </Section>
      )}
    </Frame>
  );
}
