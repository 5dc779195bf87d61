"use client";

import { useField } from "#components/admin/form-context.ts";

type Choice = { id: number | string; name: string; hint?: string };
type Props = {
  name: string;
  label: string;
  hint?: string;
  choices: Choice[];
  chosen: (number | string)[];
  isMultiple?: boolean;
};

/** Radios, or with `isMultiple` checkboxes, under one question. */
export function ChoiceField({ name, label, hint, choices, chosen, isMultiple = false }: Props) {
  const { control, error, typed } = useField(name, hint);
  const ticked = typed ?? chosen.map(String);

  return (
    <fieldset className={error ? "field bad" : "field"} aria-describedby={control["aria-describedby"]}>
      <legend className="label">{label}</legend>
      {hint && (
        <p className="hint" id={`${control.id}-goi-y`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="err" id={`${control.id}-loi`}>
          Lỗi: {error}
        </p>
      )}
      {choices.map((choice) => (
        <label key={choice.id} className="tick">
          <input
            type={isMultiple ? "checkbox" : "radio"}
            name={name}
            value={choice.id}
            defaultChecked={ticked.includes(String(choice.id))}
          />
          <span>
            {choice.name}
            {choice.hint && <small>{choice.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One box to tick. */
export function TickField({ name, label, ticked }: { name: string; label: string; ticked: boolean }) {
  const { typed } = useField(name);
  return (
    <label className="tick">
      <input type="checkbox" name={name} defaultChecked={typed ? typed.includes("on") : ticked} />
      <span>{label}</span>
    </label>
  );
}
