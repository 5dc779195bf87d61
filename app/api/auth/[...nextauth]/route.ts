import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { deviceCookie } from "#lib/auth/known-device.ts";
import { authOptions, sessionCookie } from "#lib/auth/options.ts";
import { signInInput } from "#lib/auth/schema.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request as never, context as never, authOptions());

/** Whoever has signed in here is known again by this browser the next time. */
async function signingIn(request: NextRequest, context: Context) {
  const sent = request.clone();
  const answer = await handler(request, context);
  const form = await sent.formData().catch(() => new FormData());
  const { data } = signInInput.safeParse(Object.fromEntries(form));
  const hasEntered = answer.headers.getSetCookie().some((cookie) => cookie.startsWith(`${sessionCookie().name}=ey`));
  if (data && hasEntered) answer.headers.append("set-cookie", deviceCookie(data.email));
  return answer;
}

export { handler as GET, signingIn as POST };
