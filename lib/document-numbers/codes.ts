/**
 * The codes of document types (399-QĐ/TW for the Party, NĐ 30/2020/NĐ-CP annex III for the state) and the words they
 * stand for, as written before a number. QĐ is two types; spellings that lost the stroke of Đ are read as well.
 */
const TYPES_OF_CODE: Record<string, readonly string[]> = {
  NQ: ["nghị quyết"],
  QĐ: ["quyết định", "quy định"],
  QD: ["quyết định", "quy định"],
  QĐi: ["quy định"],
  QyĐ: ["quy định"],
  QĐNS: ["quyết định"],
  CT: ["chỉ thị"],
  KL: ["kết luận"],
  QC: ["quy chế"],
  TT: ["thông tư", "thông tri"],
  TTLT: ["thông tư liên tịch"],
  HD: ["hướng dẫn"],
  TB: ["thông báo kết luận", "thông báo"],
  TC: ["thông cáo"],
  BC: ["báo cáo"],
  KH: ["kế hoạch"],
  CTr: ["chương trình"],
  ĐA: ["đề án"],
  PA: ["phương án"],
  DA: ["dự án"],
  TTr: ["tờ trình"],
  CV: ["công văn"],
  CĐ: ["công điện"],
  BB: ["biên bản"],
  HĐ: ["hợp đồng"],
  NĐ: ["nghị định"],
  ND: ["nghị định"],
  L: ["luật"],
  LCT: ["lệnh"],
  PL: ["pháp lệnh"],
  GM: ["giấy mời"],
  GGT: ["giấy giới thiệu"],
  BS: ["bản sao"],
  SY: ["sao y"],
  SL: ["sao lục"],
  TrS: ["trích sao"],
  BGN: ["bản ghi nhớ"],
  BTT: ["bản thỏa thuận"],
  GUQ: ["giấy ủy quyền"],
  GNP: ["giấy nghỉ phép"],
  PG: ["phiếu gửi"],
  PC: ["phiếu chuyển"],
  PB: ["phiếu báo"],
};

/** Bodies that sign state papers without a type code: 2729/UBND-BTCD, 59/2020/QH14. */
export const isStateBody = (token: string) =>
  /^(?:UBND|HĐND|UBTVQH\d*|QH\d*|CP|TTg|TTCP|VPCP|VPQH|BNV|BTC|BCA|BQP|BGDĐT|BTTTT|BKHCN|BYT|BXD|BTP|BNNPTNT|S[A-ZĐ]{2,6})$/.test(
    token,
  );

/** The Party's and the mass organisations' bodies, whose papers are written 28-KH/TU. */
export const isPartyBody = (token: string) =>
  /^(?:TW.*|.*TW|TU|.*TU|HU|QU|ThU|.*[HQ]U|[ĐD]U.*|BTG.*|BTC[THQ]U|UBKT.*|VP[THQ]U|CB.*|[ĐD]H|TĐTN|MTTQ.*|BTV)$/.test(
    token,
  );

const words = [...new Set(Object.values(TYPES_OF_CODE).flat()), "văn bản", "điều lệ", "chiến lược", "quy hoạch"];

/** Every type in words, the longer ones first, as one alternative of a regular expression. */
export const TYPE_WORDS = words.sort((a, b) => b.length - a.length).join("|");

/** QĐ of QĐNS, NQ of NQ-NS: the code without what specialises it. */
export const typesOf = (code: string) => TYPES_OF_CODE[code] ?? TYPES_OF_CODE[code.replace(/NS$/, "")] ?? [];
