import type { ReactNode } from "react";
import { Frame } from "#components/admin/frame.tsx";
import { countPressing } from "#lib/articles/tasks.ts";
import { currentActor } from "#lib/auth/current.ts";
import { getSite } from "#lib/site/queries.ts";
import { signOutAction } from "../actions.ts";

/** The frame around every page for which one must be signed in; each page asks for itself who reads it. */
export default async function InsideLayout({ children }: { children: ReactNode }) {
  const [actor, site] = await Promise.all([currentActor(), getSite()]);
  if (!actor) return children;
  const waiting = await countPressing(actor);

  return (
    <Frame
      actor={{ name: actor.name, role: actor.role }}
      committee={site.committee}
      waiting={waiting}
      signOut={signOutAction}
    >
      {children}
    </Frame>
  );
}
