"use client";

import { type FormEvent, type ReactNode, use } from "react";
import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { SelectField, Submit } from "#components/admin/fields.tsx";
import { FormContext } from "#components/admin/form-context.ts";

type Choice = { id: number | string; name: string };
type Props = { action: FormAction; moves: Choice[]; categories: Choice[]; isEmpty: boolean; children: ReactNode };

/**
 * A list whose ticked articles are moved together. Without script "chọn tất cả" is a word to the server. An empty list has the
 * form too: what was said of the move that emptied it stands there.
 */
export const BulkForm = ({ action, moves, categories, isEmpty, children }: Props) => (
  <ActionForm action={action} className="bulk" label="Làm một việc cho nhiều bài">
    <div onChange={followTicks}>
      {children}
      {!isEmpty && (
        <div className="bulk-bar">
          <label className="pick-all">
            <input type="checkbox" name="ca-trang" value="1" /> Chọn tất cả trên trang này
          </label>
          <SelectField name="move" label="Việc cần làm" choices={moves} none="Chọn việc" />
          <div className="bulk-category">
            <SelectField name="categoryId" label="Chuyển tới chuyên mục" choices={categories} none="Chọn chuyên mục" />
          </div>
          <Submit>Làm cho các bài đã chọn</Submit>
        </div>
      )}
    </div>
  </ActionForm>
);

type TickProps = { value: string; label: string };

/** The tick box of one article; beside it what "chọn tất cả" means by it. */
export function Tick({ value, label }: TickProps) {
  const { typed } = use(FormContext).state;
  const ticked = typed?.["bai"]?.includes(value);
  return (
    <label className="pick">
      <input type="hidden" name="tren-trang" value={value} />
      <input type="checkbox" name="bai" value={value} defaultChecked={ticked ?? false} />
      <span className="vh">Chọn bài {label}</span>
    </label>
  );
}

/** Ticks all with "chọn tất cả", and lets go of it when one is unticked. */
function followTicks(event: FormEvent<HTMLDivElement>) {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.form) return;
  const boxes = [...box.form.querySelectorAll<HTMLInputElement>("input[name=bai]")];
  const all = box.form.querySelector<HTMLInputElement>("input[name=ca-trang]");
  if (box === all) for (const one of boxes) one.checked = box.checked;
  else if (all) all.checked = boxes.every(({ checked }) => checked);
}
