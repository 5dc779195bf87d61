/** Opens a dialog to be read from its heading on: a browser by itself goes to the first control, below the text. */
export function openAtHeading(dialog: HTMLDialogElement | null) {
  dialog?.showModal();
  dialog?.querySelector("h2")?.focus();
}
