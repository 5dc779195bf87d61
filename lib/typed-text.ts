/**
 * Where a route handler leaves what was typed into a form that it sends back, percent-encoded. It is too long and too
 * private for an address: the front (lib/server/front/form-again.ts) puts it into its field of the page to come back to.
 */
export const TYPED_TEXT_HEADER = "x-typed-text";
