"use server";

import { refresh } from "next/cache";
import { currentSecret, requireActor } from "#lib/auth/current.ts";
import { type FormState, toFormState } from "#lib/form-state.ts";
import { changePassword, endOtherSessions, setMailWish } from "#lib/users/mutations.ts";

export async function changePasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return toFormState(async () => {
    await changePassword(await requireActor(), Object.fromEntries(form), await currentSecret());
    return { done: "Đã đổi mật khẩu. Các máy khác phải đăng nhập lại." };
  });
}

export async function endOtherSessionsAction(_previous: FormState, _form: FormData): Promise<FormState> {
  return toFormState(async () => {
    const ended = await endOtherSessions(await requireActor(), (await currentSecret()) ?? "");
    return { done: ended === 0 ? "Không có máy nào khác đang đăng nhập." : `Đã đăng xuất khỏi ${ended} máy khác.` };
  });
}

export async function setMailWishAction(_previous: FormState, form: FormData): Promise<FormState> {
  return toFormState(async () => {
    const { mailWanted } = await setMailWish(await requireActor(), Object.fromEntries(form));
    refresh();
    return { done: mailWanted ? "Từ nay có tin sẽ gửi thư." : "Từ nay không gửi thư nữa." };
  });
}
