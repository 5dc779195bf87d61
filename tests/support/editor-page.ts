import { createDocument, getSchema } from "@tiptap/core";
import { EXTENSIONS } from "#components/admin/editor-extensions.ts";
import { storedHtml } from "#components/admin/editor-html.ts";

const schema = getSchema(EXTENSIONS);

/** Runs in a browser: HTML into the editor's document and out again. */
Object.assign(window, {
  roundTrip: (html: string) => storedHtml(createDocument(html, schema, { preserveWhitespace: true })),
});
