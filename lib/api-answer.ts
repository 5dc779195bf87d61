import { ZodError } from "zod";
import { AppError } from "#lib/errors.ts";
import { expectedFailure } from "#lib/expected-failure.ts";

/** Runs what a JSON address of the editors' area does: expected failures become `{ error }` with their status; bugs pass. */
export async function toJsonAnswer(request: Request, work: () => Promise<Response>) {
  try {
    refuseOtherSites(request);
    return await work();
  } catch (error) {
    if (error instanceof ZodError) return Response.json({ error: error.issues[0]?.message }, { status: 422 });
    const { message, status } = expectedFailure(error);
    return Response.json({ error: message }, { status });
  }
}

/** The front refuses what other sites send; this stands where the front does not. */
function refuseOtherSites({ headers }: Request) {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site") ?? "same-origin";
  const isOwn = origin === null || URL.parse(origin)?.host === headers.get("host");
  if (!isOwn || !["same-origin", "none"].includes(site))
    throw new AppError("forbidden", "Yêu cầu này đến từ trang khác nên bị từ chối.");
}

/** The object that a request carries. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const value: unknown = await request.json().catch(() => null);
  if (typeof value === "object" && value !== null) return { ...value };
  throw new AppError("invalid", "Máy chủ không đọc được yêu cầu này. Hãy tải lại trang.");
}
