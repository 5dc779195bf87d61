import { Extension } from "@tiptap/core";
import { ListItem } from "@tiptap/extension-list";
import StarterKit from "@tiptap/starter-kit";
import { MARKS } from "#components/admin/editor-marks.ts";
import { PICTURES } from "#components/admin/editor-pictures.ts";
import { TABLES } from "#components/admin/editor-tables.ts";
import { LINK_SCHEMES } from "#lib/html-elements.ts";

/** Ctrl+Enter belongs to the page: in the text it would break the line before the article is sent. */
const PageKeys = Extension.create({
  name: "pageKeys",
  priority: 1000,
  addKeyboardShortcuts: () => ({ "Mod-Enter": () => true }),
});

/** What lib/html-elements.ts allows, as Tiptap's schema: what is shown here is what is saved. */
export const EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    listItem: false,
    link: {
      openOnClick: false,
      protocols: LINK_SCHEMES.filter((scheme) => !scheme.startsWith("http")),
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  ListItem.extend({ content: "block+" }), // an item may begin with a list: Word writes deep lists so
  PageKeys,
  ...MARKS,
  ...PICTURES,
  ...TABLES,
];
