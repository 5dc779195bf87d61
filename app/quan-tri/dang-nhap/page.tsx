import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Door } from "#components/admin/door.tsx";
import { SignInForm } from "#components/admin/sign-in-form.tsx";
import { currentActor } from "#lib/auth/current.ts";
import { returnPath } from "#lib/auth/return-path.ts";
import { getSite } from "#lib/site/queries.ts";

export const metadata: Metadata = { title: "Đăng nhập" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { den, error, moi } = await searchParams;
  const path = returnPath(den);
  if (await currentActor()) redirect(path);

  return (
    <Door title="Đăng nhập" committee={(await getSite()).committee}>
      {moi !== undefined && (
        <p className="note" role="status">
          Đã thiết lập xong. Hãy đăng nhập bằng tài khoản vừa tạo.
        </p>
      )}
      <SignInForm path={path} refusal={typeof error === "string" ? error : undefined} />
      <p className="meta">
        <a href="/">Về trang công khai</a>
      </p>
    </Door>
  );
}
