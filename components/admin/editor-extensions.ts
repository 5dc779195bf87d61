import { ListItem } from "@tiptap/extension-list";
import StarterKit from "@tiptap/starter-kit";
import { MARKS } from "#components/admin/editor-marks.ts";
import { PICTURES } from "#components/admin/editor-pictures.ts";
import { TABLES } from "#components/admin/editor-tables.ts";
import { LINK_SCHEMES } from "#lib/html-elements.ts";

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
  ...MARKS,
  ...PICTURES,
  ...TABLES,
];
