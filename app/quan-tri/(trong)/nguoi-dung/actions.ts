"use server";

import { refresh } from "next/cache";
import { requireFreshActor } from "#lib/auth/current.ts";
import { type FormState, toFormState } from "#lib/form-state.ts";
import {
  createUser,
  disableUser,
  enableUser,
  setPassword,
  setRole,
  turnOffSecondFactor,
} from "#lib/users/mutations.ts";

export async function createUserAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await toFormState(async () => {
    const { email } = await createUser(await requireFreshActor(), Object.fromEntries(form));
    return { done: `Đã tạo tài khoản ${email}. Hãy trao mật khẩu tận tay và nhắc đổi ngay lần đầu đăng nhập.` };
  });
  refresh();
  return state;
}

const CHANGES = {
  role: setRole,
  disable: disableUser,
  enable: enableUser,
  password: setPassword,
  "second-factor-off": turnOffSecondFactor,
};
const SAID: Partial<Record<keyof typeof CHANGES, string>> = {
  password: "Đã đặt mật khẩu mới. Hãy trao tận tay và nhắc đổi ngay lần đầu đăng nhập.",
};
const isChange = (intent: unknown): intent is keyof typeof CHANGES =>
  typeof intent === "string" && Object.hasOwn(CHANGES, intent);

/** `intent` is the button that was pressed. */
export async function changeUserAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await toFormState(async () => {
    const { intent, ...input } = Object.fromEntries(form);
    if (!isChange(intent)) return { error: "Hãy bấm một trong các nút của tài khoản." };
    await CHANGES[intent](await requireFreshActor(), input);
    return { done: SAID[intent] ?? "Đã đổi. Có hiệu lực ngay." };
  });
  refresh();
  return state;
}
