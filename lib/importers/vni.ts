/** VNI-Win fonts write a letter and then its mark; ơ, ư, đ and the toned i have codes of their own. */
const TONES = { ù: "\u0301", ø: "\u0300", û: "\u0309", õ: "\u0303", ï: "\u0323" };
const CIRCUMFLEX = { â: "", á: "\u0301", à: "\u0300", å: "\u0309", ã: "\u0303", ä: "\u0323" };
const BREVE = { ê: "", é: "\u0301", è: "\u0300", ú: "\u0309", ü: "\u0303", ë: "\u0323" };
const SINGLE = { ô: "ơ", ö: "ư", ñ: "đ", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" };

const marked = (mark: string, tones: Record<string, string>) =>
  Object.entries(tones).map(([sign, tone]) => [sign, mark + tone] as const);

const circumflexed = marked("\u0302", CIRCUMFLEX);
const MARKS: Record<string, (readonly [string, string])[]> = {
  a: [...marked("", TONES), ...circumflexed, ...marked("\u0306", BREVE)],
  e: [...marked("", TONES), ...circumflexed],
  o: [...marked("", TONES), ...circumflexed],
  u: marked("", TONES),
  y: marked("", TONES),
  ô: marked("", TONES),
  ö: marked("", TONES),
};

const lower = new Map<string, string>([
  ...Object.entries(MARKS).flatMap(([base, signs]) =>
    signs.map(([sign, marks]) => [base + sign, ((SINGLE as Record<string, string>)[base] ?? base) + marks] as const),
  ),
  ...Object.entries(SINGLE),
]);
const longestFirst = [...lower.keys()].sort((one, other) => other.length - one.length);
const code = new RegExp(longestFirst.join("|"), "giu");

/** Text typed in a VNI font as Unicode NFC. */
export const fromVni = (text: string) =>
  text
    .replace(code, (found) => {
      const letter = lower.get(found.toLowerCase()) ?? found;
      return found[0] === found[0]?.toLowerCase() ? letter : letter.toUpperCase();
    })
    .normalize("NFC");

export const isVniFont = (font: string) => /^vni[\s_-]/i.test(font);
