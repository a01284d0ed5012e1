/** The language of a text, told by its letters and a few words that only one of the languages in Arabic script has. */

const PERSIAN = new Set([
  'است',
  'های',
  'این',
  'برای',
  'شده',
  'می',
  'که',
  'را',
  'از',
  'آن',
  'شد',
  'کرد',
  'بود',
]);
/** Letters of Kurdish in Arabic script, none of which Arabic has. */
const KURDISH = /[ێۆڕڵەۊ]/g;
const SAMPLE = 20_000;

/** `ar`, `fa`, `ku`, `en`, or `und` where no letters decide. Looks at the first 20,000 characters. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const arabic = count(sample, /[\u0621-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]/g);
  const latin = count(sample, /[A-Za-z\u00c0-\u024f]/g);
  if (arabic + latin < 3) return 'und';
  if (latin > arabic * 2) return 'en';
  if (count(sample, KURDISH) * 25 > arabic) return 'ku';
  const words = sample.split(/[\s\u200c،.]+/);
  const persian = words.filter((word) => PERSIAN.has(word)).length;
  return persian * 20 > words.length && count(sample, /[پچژگ]/g) * 100 > arabic ? 'fa' : 'ar';
}

function count(text: string, letters: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(letters)) found++;
  return found;
}
