import type { Metadata } from "next";
import { HelpAdministrator } from "#components/admin/help-administrator.tsx";
import { HelpContributor } from "#components/admin/help-contributor.tsx";
import { HelpEditor } from "#components/admin/help-editor.tsx";
import { HelpPublisher } from "#components/admin/help-publisher.tsx";
import { ROLES } from "#components/admin/roles.ts";
import { requireReader } from "#lib/auth/current.ts";

export const metadata: Metadata = { title: "Trợ giúp" };

const PAGES = {
  contributor: { address: "cong-tac-vien", Help: HelpContributor },
  editor: { address: "bien-tap-vien", Help: HelpEditor },
  publisher: { address: "nguoi-dang-bai", Help: HelpPublisher },
  administrator: { address: "nguoi-quan-tri", Help: HelpAdministrator },
} as const;

type Role = keyof typeof PAGES;
const LIST = Object.keys(PAGES) as Role[];

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** One's own page first; what the others may do is no secret. */
export default async function HelpPage({ searchParams }: Props) {
  const [actor, query] = [await requireReader("/quan-tri/tro-giup"), await searchParams];
  const asked = LIST.find((role) => PAGES[role].address === query["vai-tro"]) ?? actor.role;
  const { Help } = PAGES[asked];

  return (
    <article className="help">
      <h1>Trợ giúp: {ROLES[asked].toLowerCase()}</h1>
      <nav aria-label="Trợ giúp theo vai trò">
        <ul className="row">
          {LIST.map((role) => (
            <li key={role}>
              <a href={`?vai-tro=${PAGES[role].address}`} aria-current={role === asked ? "page" : undefined}>
                {ROLES[role]}
                {role === actor.role && " (bạn)"}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Help />
    </article>
  );
}
