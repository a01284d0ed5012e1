/** Tells the script of a text: `ar` where most letters are Arabic, `und` (undetermined, BCP 47) elsewhere. */

/** Letters looked at: enough to tell, and no more work for a book than for a flash. */
const SAMPLE = 2_000;
/** Letters that Persian, Kurdish and Urdu add to the Arabic ones. */
const OTHER_LETTERS = new Set([...'پچژگڤۆێەڵڕکیٹڈےۀ']);
const OTHER_SHARE = 0.08;

export function languageOf(text: string): string {
  let arabic = 0;
  let other = 0;
  let letters = 0;
  for (let i = 0; i < text.length && letters < SAMPLE; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x620 && code <= 0x6ff) {
      letters++;
      arabic++;
      if (OTHER_LETTERS.has(text[i] as string)) other++;
    } else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code >= 0xc0) letters++;
  }
  return arabic * 2 >= letters && arabic > 0 && other < arabic * OTHER_SHARE ? 'ar' : 'und';
}
