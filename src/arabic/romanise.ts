/**
 * Arabic names in Latin letters, for English text about places whose English name nobody knows. Purpose: a name that can
 * be read and said. Input: a name in Arabic letters. Output: ASCII letters, plain and without marks, in the manner of
 * newspapers («الحمبوشية» → «al-Hambushiya»). Guarantee: the same for all spellings of one name that differ by marks
 * or tatweel; linear. Short vowels are not written in Arabic, so they are guessed: this is no transliteration that
 * could be turned back.
 */

/** Words that names are made with, as maps of the region print them. */
const WORDS: Readonly<Record<string, string>> = {
  تل: 'Tell',
  تلة: 'Tallat',
  جبل: 'Jabal',
  دير: 'Deir',
  كفر: 'Kafr',
  عين: 'Ein',
  أبو: 'Abu',
  ابو: 'Abu',
  أم: 'Umm',
  ام: 'Umm',
  بئر: 'Bir',
  بيت: 'Beit',
  برج: 'Burj',
  باب: 'Bab',
  خان: 'Khan',
  خربة: 'Khirbet',
  جسر: 'Jisr',
  قصر: 'Qasr',
  وادي: 'Wadi',
  نهر: 'Nahr',
  شيخ: 'Sheikh',
  بن: 'Bin',
  في: 'in',
  حي: 'district',
  مدرسة: 'school',
  مخيم: 'camp',
  مطار: 'airport',
  معبر: 'crossing',
  سجن: 'prison',
  مشفى: 'hospital',
  مستشفى: 'hospital',
  جامعة: 'university',
  سد: 'dam',
  سوق: 'market',
  قرية: 'village',
  ساحة: 'square',
  شارع: 'street',
  طريق: 'road',
  دوار: 'roundabout',
  حاجز: 'checkpoint',
  الفوج: 'Regiment',
  اللواء: 'Brigade',
  الفرقة: 'Division',
  الكتيبة: 'Battalion',
};

const CONSONANTS: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  پ: 'p',
  چ: 'ch',
  ژ: 'zh',
  گ: 'g',
  ڤ: 'v',
};

const VOWELS: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  آ: 'a',
  ٱ: 'a',
  إ: 'i',
  ى: 'a',
  ة: 'a',
  ؤ: 'u',
  ئ: 'i',
};

const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u0640\u06d6-\u06ed]/g;
const ARABIC = /[\u0600-\u06ff]/;

/** The name in Latin letters. Words that are not Arabic stay as they are; what no letter stands for is left out. */
export function romanise(name: string): string {
  const words = name
    .replace(MARKS, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .split(/[\s\u200c-\u200f]+/)
    .filter((word) => word !== '')
    .map((word) => (ARABIC.test(word) ? romaniseWord(word) : word))
    .filter((word) => word !== '');
  // «حاجز كذا» is «Kaza checkpoint»: English puts the common noun last.
  const [first = '', ...rest] = words;
  const isCommon =
    rest.length > 0 && first !== 'in' && Object.values(WORDS).includes(first) && /^[a-z]/.test(first);
  return (isCommon ? [...rest, first] : words).join(' ');
}

function romaniseWord(word: string): string {
  const known = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (known !== undefined) return known;
  const hasArticle = word.length > 3 && word.startsWith('ال');
  const stem = hasArticle ? word.slice(2) : word;
  const knownStem = Object.hasOwn(WORDS, stem) ? WORDS[stem] : undefined;
  const latin = knownStem ?? withShortVowels(soundsOf(stem));
  if (latin === '') return '';
  const capital = latin.charAt(0).toUpperCase() + latin.slice(1);
  return hasArticle ? `al-${capital}` : capital;
}

interface Sound {
  readonly latin: string;
  readonly vowel: boolean;
}

const isLongVowel = (char: string | undefined) => char !== undefined && Object.hasOwn(VOWELS, char);

/** Letters to sounds: «و» and «ي» are consonants at the start and before another vowel, and vowels elsewhere. */
function soundsOf(stem: string): Sound[] {
  const letters = [...stem];
  const sounds: Sound[] = [];
  const push = (latin: string, vowel: boolean) => sounds.push({ latin, vowel });
  letters.forEach((letter, index) => {
    const next = letters[index + 1];
    const consonant = CONSONANTS[letter];
    if (consonant) push(consonant, false);
    else if (VOWELS[letter]) push(VOWELS[letter], true);
    else if (letter === 'ي') {
      if (isLongVowel(next) && index > 0 && !sounds.at(-1)?.vowel) push('iy', true);
      else if (index === 0 || isLongVowel(next) || sounds.at(-1)?.vowel) push('y', false);
      else push('i', true);
    } else if (letter === 'و') {
      if (index === 0 || isLongVowel(next) || sounds.at(-1)?.vowel) push('w', false);
      else push('u', true);
    } else if (letter === 'ع') {
      // Not written beside a vowel; between consonants it is heard as one.
      const vowelNear = isLongVowel(next) || next === 'و' || next === 'ي' || sounds.at(-1)?.vowel;
      if (!vowelNear) push(index === 0 ? 'a' : 'aa', true);
    } else if (/[0-9A-Za-z-]/.test(letter)) push(letter, true);
  });
  return sounds;
}

const SONORANT = new Set(['r', 'l', 'm', 'n']);

/** Puts an «a» where too many consonants meet: after the first of a word, and before the last of three. */
function withShortVowels(sounds: readonly Sound[]): string {
  let latin = '';
  let at = 0;
  while (at < sounds.length) {
    let end = at;
    while (end < sounds.length && !sounds[end]?.vowel) end++;
    const run = sounds.slice(at, end).map((sound) => sound.latin);
    latin += spoken(run, at === 0, end === sounds.length);
    const vowel = sounds[end];
    // Two vowels that meet are one: «aa» of ع keeps its length.
    if (vowel && !(latin.endsWith(vowel.latin) && /[aiu]$/.test(vowel.latin))) latin += vowel.latin;
    at = end + 1;
  }
  return latin;
}

/** A run of consonants as it is said, given where in the word it stands. */
function spoken(run: readonly string[], first: boolean, last: boolean): string {
  if (first && run.length > 1) return `${run[0]}a${spoken(run.slice(1), false, last)}`;
  if (last && run.length === 2 && SONORANT.has(run[1] as string)) return run.join('a');
  if (last && run.length === 2 && !first) return run.join('');
  if (run.length < 3) return run.join('');
  return `${run[0]}${run[1]}a${spoken(run.slice(2), false, last)}`;
}
