import { notFound, permanentRedirect } from "next/navigation";
import { findRedirect } from "#lib/redirects.ts";

type Props = { params: Promise<{ legacy: string[] }> };

/** Any address that no other page answers: an old one leads on by 308, the rest is a real 404. */
export default async function LegacyPage({ params }: Props) {
  const path = decode(`/${(await params).legacy.join("/")}`);
  const target = path && (await findRedirect(path));
  if (target) permanentRedirect(target);
  notFound();
}

function decode(path: string) {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return undefined; // a broken percent sign is no address of ours
  }
}
