/** What an import did with the parts of a file that do not arrive as they were. */
export type NoteKind =
  | "inserted"
  | "tcvn3"
  | "vni"
  | "written-number"
  | "equation"
  | "text-box"
  | "long-heading"
  | "header-row"
  | "white-text"
  | "hidden"
  | "deleted"
  | "comment"
  | "linked-picture"
  | "lost-picture"
  | "refused-picture"
  | "link"
  | "inner-link"
  | "header-footer"
  | "contents"
  | "drawing"
  | "embedded"
  | "macro"
  | "symbol";

export type Note = { count: number; places: string[] };
export type Notes = Partial<Record<NoteKind, Note>>;

const MOST_PLACES = 3;
const PLACE_LENGTH = 60;

/** Counts one more of a kind and remembers where, by the text that stands there. */
export const addNote = (notes: Notes, kind: NoteKind, near = "", count = 1) => keep(notes, kind, shorten(near), count);

function keep(notes: Notes, kind: NoteKind, place: string, count = 1) {
  const note = notes[kind] ?? { count: 0, places: [] };
  notes[kind] = note;
  note.count += count;
  if (place !== "" && note.places.length < MOST_PLACES && !note.places.includes(place)) note.places.push(place);
}

/** The same of words that were converted: how they were written and how they read now, in one pair of quotation marks around both. */
export const addConversion = (notes: Notes, kind: NoteKind, before: string, after: string) =>
  keep(notes, kind, `${shorten(before)}” → “${shorten(after)}`);

function shorten(text: string) {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= PLACE_LENGTH ? line : `${line.slice(0, PLACE_LENGTH).replace(/\s+\S*$/u, "")}…`;
}
