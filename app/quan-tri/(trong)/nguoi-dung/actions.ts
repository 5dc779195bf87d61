"use server";

import { refresh } from "next/cache";
import { requireActor } from "#lib/auth/current.ts";
import { type FormState, toFormState } from "#lib/form-state.ts";
import { createUser, disableUser, enableUser, setRole } from "#lib/users/mutations.ts";

export async function createUserAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await toFormState(async () => {
    const { email } = await createUser(await requireActor(), Object.fromEntries(form));
    return { done: `Đã tạo tài khoản ${email}. Hãy trao mật khẩu tận tay và nhắc đổi ngay lần đầu đăng nhập.` };
  });
  refresh();
  return state;
}

const CHANGES = { role: setRole, disable: disableUser, enable: enableUser };
const isChange = (intent: unknown): intent is keyof typeof CHANGES =>
  typeof intent === "string" && Object.hasOwn(CHANGES, intent);

/** `intent` is the button that was pressed. */
export async function changeUserAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await toFormState(async () => {
    const { intent, ...input } = Object.fromEntries(form);
    if (!isChange(intent)) return { error: "Hãy bấm một trong các nút của tài khoản." };
    await CHANGES[intent](await requireActor(), input);
    return { done: "Đã đổi. Có hiệu lực ngay." };
  });
  refresh();
  return state;
}
