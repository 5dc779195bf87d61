"use client";

import { use } from "react";
import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { SelectField, Submit, TextField } from "#components/admin/fields.tsx";
import { FormContext } from "#components/admin/form-context.ts";
import { SlipSheets } from "#components/admin/slip-sheets.tsx";

type Cell = { id: number; name: string };
type Poll = { id: number; seen: number; question: string; address: string; until: string | undefined };
type Props = { action: FormAction; poll: Poll; cells: Cell[] };

const Known = ({ poll }: { poll: Poll }) => (
  <>
    <input type="hidden" name="pollId" value={poll.id} />
    <input type="hidden" name="seen" value={poll.seen} />
  </>
);

/** The slips that the last answer brought, to be printed at once. */
function Issued({ poll }: { poll: Poll }) {
  const { sheets } = use(FormContext).state;
  return sheets && <SlipSheets sheets={sheets} poll={poll} />;
}

export const IssueSlips = ({ action, poll, cells }: Props) => (
  <ActionForm action={action} className="form slip-form" label="Phát phiếu">
    <Issued poll={poll} />
    <Known poll={poll} />
    <CellsError />
    <div className="cell-counts">
      {cells.map(({ id, name }) => (
        <TextField
          key={id}
          name={`cell-${id}`}
          label={name}
          type="number"
          min={0}
          max={500}
          inputMode="numeric"
          autoComplete="off"
        />
      ))}
    </div>
    <Submit>Phát phiếu</Submit>
  </ActionForm>
);

/** What is wrong with all the numbers together. */
function CellsError() {
  const error = use(FormContext).state.fields?.["cells"];
  return error && <p className="err">Lỗi: {error}</p>;
}

export const ReplaceSlip = ({ action, poll, cells }: Props) => (
  <ActionForm action={action} className="form slip-form" label="Hủy và phát lại phiếu mất">
    <Issued poll={poll} />
    <Known poll={poll} />
    <SelectField name="cellId" label="Chi bộ ghi trên phiếu" choices={cells} none="Chọn chi bộ" />
    <TextField
      name="serial"
      label="Số phiếu"
      type="number"
      min={1}
      inputMode="numeric"
      autoComplete="off"
      hint="Ví dụ: 17, nếu phiếu mất ghi “Phiếu số 17”."
    />
    <TextField
      name="reason"
      label="Lý do"
      hint="Mọi người đọc được. Đừng ghi tên đảng viên. Ví dụ: Phiếu bị mất trước khi dùng."
      autoComplete="off"
    />
    <Submit className="btn alt">Hủy phiếu này và phát phiếu thay</Submit>
  </ActionForm>
);
