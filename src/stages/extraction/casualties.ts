/** How many were killed and hurt, as a stretch of text tells it. */
import type { Count } from '../../model/mention.ts';
import type { CasualtyFinding, Reading } from './findings.ts';

const KILLED =
  /^(?:و|ف|ب|ل)?(?:ال)?(?:قتل|قتلت|قتلوا|مقتل|استشهد|استشهدت|استشهاد|قضى|ارتقاء|ارتقي|مصرع|قتيل|قتيلا|قتلي|شهيد|شهيدا|شهداء|شهيدين|شهيدان|قتيلين|قتيلان)$/;
const HURT = /^(?:و|ف|ب|ل)?(?:ال)?(?:اصيب|اصيبت|اصابه|جرح|جرحت|جريح|جريحا|جرحي|مصاب|مصابا|مصابين|اصابات)$/;

/** Findings of the tokens from `first` to `last`, in text order. */
export function findCasualties(reading: Reading, first: number, last: number): CasualtyFinding[] {
  const { tokens, numbers } = reading;
  let mode: 'killed' | 'injured' | null = null;
  let killed: Count | null = null;
  let injured: Count | null = null;
  let from = -1;
  let to = -1;
  let next = numbers.findIndex((one) => one.first >= first);
  for (let at = first; at <= last; at++) {
    const norm = tokens[at]?.norm ?? '';
    const number = next >= 0 ? numbers[next] : undefined;
    if (KILLED.test(norm)) mode = 'killed';
    else if (HURT.test(norm)) mode = 'injured';
    if (number && number.first === at) {
      next++;
      const after = tokens[number.last + 1]?.norm ?? '';
      const own = KILLED.test(after) ? 'killed' : HURT.test(after) ? 'injured' : mode;
      if (number.kind === 'count' && own !== null && number.low !== null) {
        const count = { low: number.low, best: number.best, high: number.high, vague: number.vague };
        if (own === 'killed') killed ??= count;
        else injured ??= count;
        if (from < 0) from = at;
        to = number.last;
      }
      at = number.last;
    }
  }
  if (killed === null && injured === null) return [];
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to]?.end ?? start;
  const nothing = {
    abducted: null,
    detained: null,
    displaced: null,
    groups: {},
    running: false,
    total: false,
  };
  return [{ first: from, last: to, start, end, killed, injured, ...nothing }];
}
