/** Speed of the Arabic layer on made-up bulletin prose: MB of UTF-8 a second, one core. */
import { splitClauses } from '../src/arabic/clauses.ts';
import { findDates } from '../src/arabic/dates.ts';
import { normalise } from '../src/arabic/normalise.ts';
import { findNumbers } from '../src/arabic/numbers.ts';
import { tokenise } from '../src/arabic/tokens.ts';

const SENTENCES = [
  'دارت اشتباكات عنيفة بين الطرفين في محيط بلدة المنصورة، وقصفت المدفعية أطراف القرية بأكثر من عشرين قذيفة، ',
  'كما شن الطيران الحربي فجر الخميس غارتين على قرى ( العزيزية، الصالحية، الكرامة ) ما أدى لمقتل خمسة مدنيين وإصابة 12 آخرين، ',
  'في حين سقط صاروخ أرض-أرض على حي الربيع مساء أمس دون تسجيل إصابات.\n',
];
const SECONDS = 0.5;

/** About 200 KB of varied prose. */
function makeText(): string {
  let text = '';
  for (let i = 0; text.length < 110_000; i++) text += `${SENTENCES[i % SENTENCES.length]}${i} `;
  return text;
}

function rate(bytes: number, work: () => unknown): number {
  for (let i = 0; i < 3; i++) work();
  let rounds = 0;
  const start = performance.now();
  do {
    work();
    rounds++;
  } while (performance.now() - start < SECONDS * 1000);
  return (bytes * rounds) / 1e6 / ((performance.now() - start) / 1000);
}

/** Prints a line for each reading; returns MB/s by name. */
export function run(): Record<string, number> {
  const text = makeText();
  const bytes = Buffer.byteLength(text);
  const tokens = tokenise(text);
  const rates: Record<string, number> = {
    normalise: rate(bytes, () => normalise(text).text),
    tokenise: rate(bytes, () => tokenise(text)),
    clauses: rate(bytes, () => splitClauses(tokens)),
    numbers: rate(bytes, () => findNumbers(tokens)),
    dates: rate(bytes, () => findDates(tokens, { published: '2015-07-04' })),
  };
  for (const [name, figure] of Object.entries(rates)) {
    console.log(`arabic/${name.padEnd(10)} ${figure.toFixed(1).padStart(7)} MB/s`);
  }
  return rates;
}
