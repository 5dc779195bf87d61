"use client";

import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { Submit, TextAreaField, TextField } from "#components/admin/fields.tsx";

type Suspects = { from: string; to: string; receipts: string };

/** Which ballots: a plain form that asks this page again, so that their number is seen before anything is decided. */
export const ChooseSuspects = ({
  suspects: { from, to, receipts },
  byTime,
}: {
  suspects: Suspects;
  byTime: boolean;
}) => (
  <form className="form" action="#de-rieng" aria-label="Chọn phiếu">
    {byTime && (
      <>
        <TextField
          name="tu"
          label="Gửi từ"
          type="datetime-local"
          step={1}
          hint="Ví dụ: 20:15:00 ngày 02/12/2026."
          defaultValue={from}
        />
        <TextField
          name="den"
          label="Đến hết giây"
          type="datetime-local"
          step={1}
          hint="Ví dụ: 20:22:10 ngày 02/12/2026."
          defaultValue={to}
        />
      </>
    )}
    <TextAreaField
      name="bien-nhan"
      label={byTime ? "Hoặc theo mã biên nhận" : "Theo mã biên nhận"}
      optional={byTime}
      hint="Mỗi mã một dòng, chép từ bảng kiểm phiếu sau khi đóng. Ví dụ: K7M3-9QTF-2BHX."
      rows={3}
      defaultValue={receipts}
    />
    <button type="submit" className="btn alt">
      Xem có bao nhiêu phiếu
    </button>
  </form>
);

type Props = { action: FormAction; pollId: number; suspects: Suspects; ballots: number };

export const SetAside = ({ action, pollId, suspects: { from, to, receipts }, ballots }: Props) => (
  <ActionForm action={action} label="Quyết định để riêng">
    <input type="hidden" name="pollId" value={pollId} />
    <input type="hidden" name="from" value={from} />
    <input type="hidden" name="to" value={to} />
    <input type="hidden" name="receipts" value={receipts} />
    <input type="hidden" name="expected" value={ballots} />
    <TextField
      name="reason"
      label="Lý do để riêng"
      hint="Mọi người đọc được. Ví dụ: 214 phiếu gửi cách đều 2 giây từ một chương trình máy."
      autoComplete="off"
    />
    <Submit>{`Để riêng ${ballots.toLocaleString("vi-VN")} phiếu`}</Submit>
  </ActionForm>
);
