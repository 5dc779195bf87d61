"use client";

import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { Submit, TextField } from "#components/admin/fields.tsx";

type Props = { action: FormAction; poll: { id: number; seen: number } };

const Known = ({ poll }: { poll: Props["poll"] }) => (
  <>
    <input type="hidden" name="pollId" value={poll.id} />
    <input type="hidden" name="seen" value={poll.seen} />
  </>
);

export const OpenNow = ({ action, poll }: Props) => (
  <ActionForm action={action} label="Mở cuộc thăm dò ngay">
    <Known poll={poll} />
    <Submit>Mở ngay</Submit>
  </ActionForm>
);

export const CloseNow = ({ action, poll }: Props) => (
  <ActionForm action={action} label="Đóng cuộc thăm dò ngay">
    <Known poll={poll} />
    <TextField
      name="reason"
      label="Lý do đóng"
      hint="Mọi người đọc được trong nhật ký. Đã đóng thì không mở lại được. Ví dụ: Đã hết thời hạn ghi trong thông báo."
      autoComplete="off"
    />
    <Submit className="btn alt">Đóng ngay</Submit>
  </ActionForm>
);
