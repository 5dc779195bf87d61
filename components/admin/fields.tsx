"use client";

import { type ComponentProps, type ReactNode, use } from "react";
import { FormContext, useField } from "#components/admin/form-context.ts";

type Base = { name: string; label: string; hint?: string; optional?: boolean };

export function TextField({ name, label, hint, optional, ...input }: Base & Omit<ComponentProps<"input">, "name">) {
  const { control, error } = useField(name, hint);
  return (
    <Field {...{ id: control.id, label, hint, optional, error }}>
      <input {...input} {...control} />
    </Field>
  );
}

export function TextAreaField({
  name,
  label,
  hint,
  optional,
  ...area
}: Base & Omit<ComponentProps<"textarea">, "name">) {
  const { control, error } = useField(name, hint);
  return (
    <Field {...{ id: control.id, label, hint, optional, error }}>
      <textarea {...area} {...control} />
    </Field>
  );
}

type Choice = { id: number | string; name: string };
type SelectProps = Base & {
  choices: Choice[];
  none?: string;
  defaultValue?: number | string | undefined;
  disabled?: boolean;
};

export function SelectField({ name, label, hint, optional, choices, none, ...select }: SelectProps) {
  const { control, error } = useField(name, hint);
  return (
    <Field {...{ id: control.id, label, hint, optional, error }}>
      <select {...select} {...control}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </Field>
  );
}

type FieldProps = {
  id: string;
  label: string;
  hint: string | undefined;
  optional: boolean | undefined;
  error: string | undefined;
  children: ReactNode;
};

/** Label, hint, error, control: in this order. */
function Field({ id, label, hint, optional, error, children }: FieldProps) {
  return (
    <div className={error ? "field bad" : "field"}>
      <label htmlFor={id}>
        {label} {optional && <small>(không bắt buộc)</small>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-goi-y`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="err" id={`${id}-loi`}>
          Lỗi: {error}
        </p>
      )}
      {children}
    </div>
  );
}

export function Submit({ children, ...button }: ComponentProps<"button">) {
  const { pending } = use(FormContext);
  return (
    <button
      type="submit"
      className="btn"
      {...button}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending ? "Đang gửi…" : children}
    </button>
  );
}
