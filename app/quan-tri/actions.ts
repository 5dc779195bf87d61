"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { currentSecret } from "#lib/auth/current.ts";
import { SIGN_IN_PAGE, sessionCookie } from "#lib/auth/options.ts";
import { endSession } from "#lib/auth/sessions.ts";

export async function signOutAction() {
  const secret = await currentSecret();
  if (secret !== undefined) await endSession(secret);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
  redirect(SIGN_IN_PAGE);
}
