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
export function addNote(notes: Notes, kind: NoteKind, near = "", count = 1) {
  const note = notes[kind] ?? { count: 0, places: [] };
  notes[kind] = note;
  note.count += count;
  const place = shorten(near);
  if (place !== "" && note.places.length < MOST_PLACES && !note.places.includes(place)) note.places.push(place);
}

function shorten(text: string) {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= PLACE_LENGTH ? line : `${line.slice(0, PLACE_LENGTH).replace(/\s+\S*$/u, "")}…`;
}
