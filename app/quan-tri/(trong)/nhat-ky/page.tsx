import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditList } from "#components/admin/audit-list.tsx";
import { canReadAudit, listAudit } from "#lib/audit/read.ts";
import { requireReader } from "#lib/auth/current.ts";

export const metadata: Metadata = { title: "Nhật ký" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: Props) {
  const actor = await requireReader("/quan-tri/nhat-ky");
  if (!canReadAudit(actor)) notFound();
  const { truoc } = await searchParams;
  const { events, next } = await listAudit(actor, typeof truoc === "string" ? truoc : undefined);

  return (
    <>
      <h1>Nhật ký</h1>
      <p className="hint">Ai đã làm gì, lúc nào. Không ai sửa hay xóa được các dòng này.</p>
      <AuditList events={events.map((event) => ({ ...event, id: event.id.toString() }))} />
      {next && (
        <a className="btn alt" href={`?truoc=${next}`}>
          Cũ hơn
        </a>
      )}
    </>
  );
}
