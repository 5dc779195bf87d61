import { expect, test } from "vitest";
import { sources } from "#tests/support/sources.ts";

/** Fields that say by themselves what goes into them: one's own password, and a number of slips for a cell that is named. */
const PLAIN = ["current", "again", "password", "cell-"];

/** The fields of one line and of several that a form is made of, each as it is written in the source. */
const fieldsIn = (text: string) => [...text.matchAll(/<Text(?:Area)?Field\b.*?\/>/gs)].map(([field]) => field);

const nameOf = (field: string) => /name=(?:"|\{`)(?<name>[\w-]+)/.exec(field)?.groups?.["name"] ?? "";

/** The sentence itself, or the name of what makes it. */
function hintOf(field: string, text: string) {
  const written = /hint="(?<hint>[^"]*)"/.exec(field)?.groups?.["hint"];
  const named = /hint=\{(?<name>\w+)/.exec(field)?.groups?.["name"];
  return written ?? (named ? text : "");
}

test("each field in which something is written shows a real example of it", () => {
  const files = sources(["components/admin", "app/quan-tri"], /\.tsx$/);
  const fields = files.flatMap(({ file, text }) =>
    fieldsIn(text).map((field) => ({
      place: `${file}: ${nameOf(field)}`,
      name: nameOf(field),
      hint: hintOf(field, text),
    })),
  );
  expect(fields.length).toBeGreaterThan(30);
  const lacking = fields.filter(({ name, hint }) => !PLAIN.includes(name) && !/ví dụ/i.test(hint));
  expect(lacking.map(({ place }) => place)).toEqual([]);
});

test("so do the fields that are not made of these", () => {
  const files = sources(["components/admin", "app/quan-tri"], /\.tsx$/);
  const described = files.flatMap(({ file, text }) =>
    [...text.matchAll(/<input\b(?<attributes>[^<]*?)\/>/gs)]
      .map(({ groups }) => groups?.["attributes"] ?? "")
      .filter(
        (attributes) => /\bid=/.test(attributes) && !/type="(?:checkbox|radio|hidden|date)"|readOnly/.test(attributes),
      )
      .map((attributes) => ({ file, attributes })),
  );
  expect(described.length).toBeGreaterThan(4);
  expect(described.filter(({ attributes }) => !attributes.includes("aria-describedby"))).toEqual([]);
});
