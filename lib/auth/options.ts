import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { deviceCookieName } from "#lib/auth/known-device.ts";
import { endSession, LONGEST } from "#lib/auth/sessions.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { cookieIn, hostCookieName, isSecureSite } from "#lib/cookies.ts";
import { siteUrl, tellNextAuth } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { networkOf } from "#lib/network.ts";
import { keyedDigest } from "#lib/secrets.ts";

export const SIGN_IN_PAGE = "/quan-tri/dang-nhap";

/** The cookie of a session: it holds nothing but the encrypted secret that lib/auth/sessions.ts knows the digest of. */
export function sessionCookie() {
  return {
    name: hostCookieName("phien-bien-tap"),
    secret: keyedDigest("session cookie").toString("base64"),
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecureSite() },
  };
}

/** Made on demand, because the keys are known only when the server runs. */
export function authOptions(): NextAuthOptions {
  tellNextAuth();
  const { name, secret, options } = sessionCookie();
  return {
    secret,
    session: { strategy: "jwt", maxAge: LONGEST / 1000 },
    useSecureCookies: options.secure,
    cookies: { sessionToken: { name, options } },
    pages: { signIn: SIGN_IN_PAGE, error: SIGN_IN_PAGE, signOut: SIGN_IN_PAGE },
    providers: [Credentials({ credentials: { email: {}, password: {}, code: {} }, authorize })],
    callbacks: {
      jwt: ({ token, user }) => (user ? { secret: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }), // whose session it is nobody asks here
      redirect: ({ url }) => (URL.parse(url, siteUrl())?.origin === new URL(siteUrl()).origin ? url : siteUrl()),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.["secret"] === "string") await endSession(token["secret"]);
      },
    },
  };
}

/** next-auth's "user" is only the new session: its id is the session's secret. */
async function authorize(credentials: unknown, request: { headers?: Record<string, unknown> }) {
  try {
    const headers = new Headers(request.headers as Record<string, string>);
    const secret = await signIn(credentials, networkOf(headers), cookieIn(headers, deviceCookieName()));
    return secret === null ? null : { id: secret };
  } catch (error) {
    if (error instanceof AppError) throw new Error([error.field, error.code].filter(Boolean).join("-")); // becomes ?error=too-many, ?error=code-invalid
    throw error;
  }
}
