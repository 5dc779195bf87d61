import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewUserForm } from "#components/admin/new-user-form.tsx";
import { UserRow } from "#components/admin/user-row.tsx";
import { requireReader } from "#lib/auth/current.ts";
import { listUsers } from "#lib/users/editing.ts";
import { canManageUsers } from "#lib/users/policy.ts";
import { changeUserAction, createUserAction } from "./actions.ts";

export const metadata: Metadata = { title: "Người dùng" };

export default async function UsersPage() {
  const actor = await requireReader("/quan-tri/nguoi-dung");
  if (!canManageUsers(actor)) notFound();
  const users = await listUsers(actor);

  return (
    <>
      <h1>Người dùng</h1>
      <ul className="people">
        {users.map((user) => (
          <UserRow
            key={user.id}
            action={changeUserAction}
            user={{ ...user, isDisabled: user.disabledAt !== null }}
            isSelf={user.id === actor.id}
          />
        ))}
      </ul>
      <h2>Thêm người dùng</h2>
      <NewUserForm action={createUserAction} />
    </>
  );
}
