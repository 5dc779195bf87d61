import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UserKeys } from "#components/admin/user-keys.tsx";
import { requireReader } from "#lib/auth/current.ts";
import { getUser } from "#lib/users/editing.ts";
import { canChangeRightsOf } from "#lib/users/policy.ts";
import { changeUserAction } from "../actions.ts";

export const metadata: Metadata = { title: "Mật khẩu của người dùng" };

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireReader(`/quan-tri/nguoi-dung/${encodeURIComponent(id)}`);
  if (!/^\d{1,9}$/.test(id) || !canChangeRightsOf(actor, Number(id))) notFound();
  const user = await getUser(actor, Number(id));
  if (!user) notFound();

  return (
    <>
      <h1>{user.name}</h1>
      <p className="meta">
        <span>{user.email}</span>
        <a href="/quan-tri/nguoi-dung">Về danh sách người dùng</a>
      </p>
      <UserKeys action={changeUserAction} user={user} />
    </>
  );
}
