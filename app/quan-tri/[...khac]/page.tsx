import { notFound } from "next/navigation";
import { requireReader } from "#lib/auth/current.ts";

/** Unknown addresses of the editors' area stay in it; strangers are not told which ones exist. */
export default async function UnknownPage() {
  await requireReader("/quan-tri");
  notFound();
}
