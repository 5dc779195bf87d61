const ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ");
const RIMES =
  "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây " +
  "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu " +
  "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu êng êc êu " +
  "o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong " +
  "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ơng ơu " +
  "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uơ uơn uơt uy uya uych uyên uyêt uynh uyt uyu uyn uyp " +
  "uôc uôi uôm uôn uông uôt uôp uau uao ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu " +
  "y yêm yên yêng yêt yêu ynh ych yt yn";

const byLength = [...ONSETS].sort((one, other) => other.length - one.length);
const syllable = new RegExp(`^(?:${byLength.join("|")})?(?:${RIMES.trim().split(/\s+/).join("|")})$`, "u");
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** A syllable that ends in a stop takes the acute or the dot below only. */
const STOPPED = /(?:c|ch|p|t)$/u;

/** Whether a word could be one Vietnamese syllable: an onset, a rime and a tone that may stand together. */
export function isVietnameseSyllable(word: string) {
  const decomposed = word.toLowerCase().normalize("NFD");
  const tones = decomposed.match(TONE) ?? [];
  const letters = decomposed.replace(TONE, "").normalize("NFC");
  if (tones.length > 1 || !syllable.test(letters)) return false;
  return tones[0] === undefined || !STOPPED.test(letters) || tones[0] === "\u0301" || tones[0] === "\u0323";
}
