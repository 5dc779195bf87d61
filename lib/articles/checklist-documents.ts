import { placeOf, type Reading, type Rule } from "#lib/articles/checklist-rule.ts";
import { typesOf } from "#lib/document-numbers/codes.ts";
import type { DocumentReference } from "#lib/document-numbers/recognise.ts";

/** Years of the Central Committee's terms, from congress to congress. */
const TERMS: Record<string, readonly [number, number]> = {
  VI: [1986, 1991],
  VII: [1991, 1996],
  VIII: [1996, 2001],
  IX: [2001, 2006],
  X: [2006, 2011],
  XI: [2011, 2016],
  XII: [2016, 2021],
  XIII: [2021, 2026],
  XIV: [2026, 2031],
};

/** Types that a committee may not issue: Quy định 399-QĐ/TW, Điều 11 and 13. */
const NOT_ISSUED: Record<string, { body: string; codes: readonly string[] }> = {
  CB: { body: "Chi bộ", codes: ["HD", "CT", "TT", "QC"] },
  ĐU: { body: "Đảng ủy cơ sở", codes: ["CT", "TT"] },
};

const OWN_BODY: Record<string, RegExp> = {
  TW: /trung ương|bộ chính trị|ban bí thư|ban chấp hành/iu,
  TU: /tỉnh|thành/iu,
  HU: /huyện/iu,
  ĐU: /đảng [uủ][yỷ]|đảng bộ/iu,
  CB: /chi bộ/iu,
  CP: /chính phủ/iu,
  TTg: /thủ tướng/iu,
  UBND: /UBND|[uủ][yỷ] ban nhân dân/iu,
};

export const documentRules: Rule[] = [
  {
    rule: "document-term",
    level: "warning",
    passed: "Ngày của văn bản khớp với khóa và năm trong số hiệu.",
    find: (reading) => each(reading, contradictsTime),
  },
  {
    rule: "document-body",
    level: "warning",
    passed: "Số hiệu văn bản khớp với loại văn bản và nơi ban hành.",
    find: (reading) => each(reading, contradictsBody),
  },
  {
    rule: "document-form",
    level: "warning",
    passed: "Số hiệu văn bản viết đúng cách.",
    find: (reading) => each(reading, wrongForm),
  },
];

function each(
  { references, text }: Reading,
  check: (reference: DocumentReference, after: string) => string | undefined,
) {
  const said = new Set<string>();
  return references.flatMap((reference) => {
    const { index, raw } = reference;
    const sentence = check(reference, text.slice(index + raw.length, index + raw.length + 160));
    if (!sentence || said.has(sentence)) return [];
    said.add(sentence);
    return [{ sentence, place: placeOf(text, index, raw.length) }];
  });
}

/** "10-CT/TW, ngày 30/3/2017 … (khóa X)": term X ended in 2011. Provincial congresses count their own terms. */
function contradictsTime({ raw, symbol, date, year, issuer }: DocumentReference, after: string) {
  if (!date) return undefined;
  const dated = Number(date.slice(0, 4));
  const shown = date.split("-").reverse().join("/");
  if (year && dated !== Number(year)) return `Văn bản ${raw} mang năm ${year} nhưng bài ghi ngày ${shown}.`;

  const named = /kh[oó][aá]\s+(?<term>[XIV]{1,5})(?!\p{L})/iu.exec(`${issuer ?? ""} ${after.split(/[;.]/)[0]}`)
    ?.groups?.["term"];
  const term = symbol?.endsWith("TW") && named ? TERMS[named] : undefined;
  if (!term || (dated >= term[0] && dated <= term[1])) return undefined;
  return `Văn bản ${raw} ghi ngày ${shown} nhưng khóa ${named} là nhiệm kỳ ${term[0]}–${term[1]}. Hãy xem lại ngày hoặc khóa.`;
}

function contradictsBody({ raw, symbol, type, issuer }: DocumentReference) {
  const [code = "", body = ""] = symbol?.split(/[/-]/) ?? [];
  const limit = NOT_ISSUED[body];
  const named = typesOf(code);
  const called = named.find((word) => type?.toLowerCase().endsWith(word));
  if (limit?.codes.includes(code) || (body === "CB" && called === "quy định"))
    return `${limit?.body ?? "Chi bộ"} không ban hành ${called ?? named.at(-1)} (Quy định 399-QĐ/TW), nên số ${raw} có lẽ ghi nhầm.`;
  if (type && named.length > 0 && !fits(type, named))
    return `Bài gọi văn bản ${raw} là “${type.toLowerCase()}” nhưng ký hiệu ${code} là ${named.join(" hoặc ")}.`;

  const own = OWN_BODY[body];
  const foreign = issuer && own && !own.test(issuer) && Object.values(OWN_BODY).some((other) => other.test(issuer));
  return foreign ? `Số ${raw} không phải của ${issuer}: ký hiệu ${body} là của nơi khác. Hãy xem lại.` : undefined;
}

const fits = (type: string, named: readonly string[]) =>
  type.toLowerCase() === "văn bản" || named.some((word) => type.toLowerCase().endsWith(word));

function wrongForm({ raw, canonical }: DocumentReference) {
  const written = raw.replace(/\s*[‐‑–—-]\s*/g, "-").replace(/\s*\/\s*/g, "/");
  if (!canonical || written === canonical) return undefined;
  return `Số hiệu “${raw}” thường viết là “${canonical}”. Hãy so với bản gốc.`;
}
