/** The language of a text, told by its letters and a few words that only one of the languages in Arabic script has. */

const PERSIAN: ReadonlySet<string> = new Set('است های این برای شده می که را از آن شد کرد بود'.split(' '));
/** A letter of either list below: most texts hold none, and need no count of them. */
const RARE = /[ێۆڕڵەۊپچژگ]/;
/** Letters of Kurdish in Arabic script that Arabic has not, and those that Persian shares with it. */
const KURDISH = new Set([...'ێۆڕڵەۊ'].map(codeOf));
const PERSIAN_LETTERS = new Set([...'پچژگ'].map(codeOf));
/** Characters looked at: enough to tell, and no more work for a book than for a flash. */
const SAMPLE = 2_000;

interface Letters {
  readonly arabic: number;
  readonly latin: number;
  readonly kurdish: number;
  readonly persian: number;
}

/** `ar`, `fa`, `ku`, `en`, or `und` where no letters decide. Looks at the first 2,000 characters. */
export function detectLanguage(text: string): string {
  const { arabic, latin, kurdish, persian } = countLetters(text);
  if (arabic + latin < 3) return 'und';
  if (latin > arabic * 2) return 'en';
  if (kurdish * 25 > arabic) return 'ku';
  return persian * 100 > arabic && hasPersianWords(text) ? 'fa' : 'ar';
}

/** Where no rare letter stands in a long text, every fourth character tells which script is the commoner. */
const STEP = 4;
const LONG = 200;

function countLetters(text: string): Letters {
  let arabic = 0;
  let latin = 0;
  let kurdish = 0;
  let persian = 0;
  const end = Math.min(text.length, SAMPLE);
  const step = end > LONG && !RARE.test(text.slice(0, end)) ? STEP : 1;
  for (let at = 0; at < end; at += step) {
    const code = text.charCodeAt(at);
    if (code < 0x41) continue;
    if (isArabic(code)) {
      arabic++;
      if (code > 0x650 && KURDISH.has(code)) kurdish++;
      else if (code > 0x650 && PERSIAN_LETTERS.has(code)) persian++;
    } else if (isLatin(code)) latin++;
  }
  return { arabic, latin, kurdish, persian };
}

function isArabic(code: number): boolean {
  return (
    (code >= 0x621 && code <= 0x64a) ||
    (code >= 0x66e && code <= 0x6d5) ||
    (code >= 0xfb50 && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfefc)
  );
}

function isLatin(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a && code < 0x80) || (code >= 0xc0 && code <= 0x24f);
}

function hasPersianWords(text: string): boolean {
  const words = text.slice(0, SAMPLE).split(/[\s\u200c،.]+/);
  return words.filter((word) => PERSIAN.has(word)).length * 20 > words.length;
}

function codeOf(letter: string): number {
  return letter.charCodeAt(0);
}
