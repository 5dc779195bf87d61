import { type Page, saysRevision } from "#components/admin/autosave-page.ts";
import { dropLocalCopy, keepLocalCopy } from "#components/admin/local-copies.ts";

/** What is typed is on the disk of this machine within a second, whatever the connection does. */
const SOON = 500;

const pause = (wait: number) => new Promise((resolve) => setTimeout(resolve, wait));

/** Keeps what the server does not have on this machine, again and again while it is typed. */
export function keepSoon(page: Page) {
  page.keeping ??= keepWhileTyped(page).finally(() => {
    page.keeping = undefined;
  });
}

async function keepWhileTyped(page: Page) {
  for (let kept = -1; kept !== page.edits && page.edits !== page.savedEdits; ) {
    await pause(SOON);
    await page.text.prepare();
    kept = page.edits;
    await keepNow(page);
  }
}

export async function keepNow(page: Page) {
  const fields = page.edits === page.savedEdits ? null : page.text.read();
  if (!fields) return;
  const { sitting, origin, sequence } = page;
  if (saysRevision(page, fields)) await dropLocalCopy(sitting);
  else await keepLocalCopy({ ...origin, sitting, sequence: sequence + 1, fields });
}
