import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getToken } from "next-auth/jwt";
import { cache } from "react";
import type { UserActor } from "#lib/actor.ts";
import { SIGN_IN_PAGE, sessionCookie } from "#lib/auth/options.ts";
import { ageOfSession, readSession } from "#lib/auth/sessions.ts";
import { AppError } from "#lib/errors.ts";
import { networkOf } from "#lib/network.ts";

/** The secret of the session that asks, as its cookie says it; the table decides whether it still holds. */
export async function currentSecret() {
  const { name, secret } = sessionCookie();
  const sent = Object.fromEntries((await cookies()).getAll().map((cookie) => [cookie.name, cookie.value]));
  const token = await getToken({ req: { cookies: sent, headers: {} } as never, cookieName: name, secret });
  return typeof token?.["secret"] === "string" ? token["secret"] : undefined;
}

/** Who asks, with the rights of this moment, or null. */
export const currentActor = cache(async (): Promise<UserActor | null> => {
  const secret = await currentSecret();
  const actor = secret === undefined ? null : await readSession(secret);
  return actor && { ...actor, network: networkOf(await headers()) };
});

/** For actions: whoever is not signed in gets a sentence and keeps what was typed. */
export async function requireActor() {
  const actor = await currentActor();
  if (actor) return actor;
  throw new AppError(
    "unauthenticated",
    "Phiên làm việc đã hết nên chưa làm được việc này. Chữ bạn gõ vẫn còn ở đây: đăng nhập lại xong, hãy bấm lần nữa.",
  );
}

/** Whoever finds a screen unlocked later than this does not get far. */
const FRESH = 30 * 60_000;

/** For actions on accounts and their keys: the password must have been typed not long ago. The page asks for it in a dialog. */
export async function requireFreshActor() {
  const actor = await requireActor();
  if ((await ageOfSession((await currentSecret()) ?? "")) < FRESH) return actor;
  throw new AppError(
    "unauthenticated",
    "Việc này quan trọng nên cần gõ lại mật khẩu: đăng nhập lại xong, hãy bấm lần nữa. Những gì bạn ghi vẫn còn ở đây.",
  );
}

/** For pages: whoever is not signed in is sent to the sign-in page, and from there back to `path`. */
export async function requireReader(path: string) {
  return (await currentActor()) ?? redirect(`${SIGN_IN_PAGE}?den=${encodeURIComponent(path)}`);
}
