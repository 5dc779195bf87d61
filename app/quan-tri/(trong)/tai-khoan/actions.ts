"use server";

import { refresh } from "next/cache";
import { currentSecret, requireActor, requireFreshActor } from "#lib/auth/current.ts";
import { beginSecondFactor, confirmSecondFactor, renewRecoveryCodes } from "#lib/auth/second-factor.ts";
import { type FormState, toFormState } from "#lib/form-state.ts";
import { changePassword, endOtherSessions, setMailWish, turnOffSecondFactor } from "#lib/users/mutations.ts";

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

/** `intent` is the button that was pressed. */
export async function changeSecondFactorAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await toFormState(async () => {
    const actor = await requireFreshActor();
    const { intent, ...input } = Object.fromEntries(form);
    switch (intent) {
      case "begin":
        await beginSecondFactor(actor);
        return { warnings: ["Hãy làm tiếp hai việc dưới đây. Xong cả hai thì xác nhận hai bước mới bật."] };
      case "confirm":
        return { codes: await confirmSecondFactor(actor, input), done: "Đã bật xác nhận hai bước." };
      case "renew":
        return {
          codes: await renewRecoveryCodes(actor),
          done: "Đã tạo mã dự phòng mới. Các mã cũ không dùng được nữa.",
        };
      case "end":
        await turnOffSecondFactor(actor, { userId: actor.id });
        return { done: "Xác nhận hai bước không bật." };
      default:
        return { error: "Hãy bấm một trong các nút của xác nhận hai bước." };
    }
  });
  refresh();
  return state;
}
