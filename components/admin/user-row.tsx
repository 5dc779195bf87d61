"use client";

import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { ROLES } from "#components/admin/roles.ts";

type User = { id: number; name: string; email: string; role: keyof typeof ROLES; isDisabled: boolean };

/** One account; nobody changes his own. */
export const UserRow = ({ action, user, isSelf }: { action: FormAction; user: User; isSelf: boolean }) => (
  <li>
    <div>
      <b>{user.name}</b> {user.isDisabled && <span className="tag">Đã khóa</span>}
      <p className="meta">
        <span>{user.email}</span>
        <span>{ROLES[user.role]}</span>
        {isSelf && <span>Tài khoản của bạn: nhờ người quản trị khác khi cần đổi quyền</span>}
      </p>
    </div>
    {!isSelf && (
      <ActionForm action={action} className="row" label={`Quyền của ${user.name}`}>
        <input type="hidden" name="userId" value={user.id} />
        <select key={user.role} name="role" aria-label={`Vai trò của ${user.name}`} defaultValue={user.role}>
          {Object.entries(ROLES).map(([role, label]) => (
            <option key={role} value={role}>
              {label}
            </option>
          ))}
        </select>
        <button type="submit" className="btn alt" name="intent" value="role">
          Đổi vai trò<span className="vh"> của {user.name}</span>
        </button>
        <a className="btn alt" href={`/quan-tri/nguoi-dung/${user.id}`}>
          Mật khẩu<span className="vh"> của {user.name}</span>
        </a>
        <button type="submit" className="btn alt" name="intent" value={user.isDisabled ? "enable" : "disable"}>
          {user.isDisabled ? "Mở khóa" : "Khóa"}
          <span className="vh"> tài khoản {user.name}</span>
        </button>
      </ActionForm>
    )}
  </li>
);
