/** The governorate that a stretch of ordinary news opens with: its dateline's, or the first that its first sentence names as a place. */
import type { Token } from '../../arabic/token.ts';
import { headingAt } from './heading-at.ts';
import type { HeadingName, HeadingRules } from './heading-rules.ts';

/** How many tokens of a stretch count as its opening. */
const OPENING = 70;
const LOCATING = new Set(
  'في محافظه مدينه ريف ريفي بريف بمدينه بمحافظه لمدينه لمحافظه بريفي ومدينه احياء داخل وسط جنوب شمال شرق غرب جنوبي شمالي شرقي غربي قرب'.split(
    ' ',
  ),
);

/** The governorate's id, or null where the opening names none. Bounded work. */
export function openingGovernorate(
  tokens: readonly Token[],
  first: number,
  last: number,
  rules: HeadingRules,
): string | null {
  const dateline = headingAt(tokens, first, rules);
  if (dateline && dateline.governorates.length > 0 && isDateline(dateline.mark, dateline.led)) {
    const own = dateline.governorates[0] as string;
    if (dateline.mark !== 'dateline' || !rules.weakDatelines.has(own)) return own;
  }
  const signed = signedFrom(tokens, first, rules);
  if (signed !== null) return signed;
  return firstLocated(tokens, dateline?.mark === 'dateline' ? dateline.last + 1 : first, last, rules);
}

/** «سمارت – درعا»: the agency first, then the place. */
function signedFrom(tokens: readonly Token[], first: number, rules: HeadingRules): string | null {
  const agency = rules.agencies.at(tokens, first);
  const dash = agency ? tokens[agency.last + 1] : undefined;
  if (!agency || !dash || !/^[-|/]+$/.test(dash.norm)) return null;
  return rules.names.at(tokens, agency.last + 2)?.value.governorates[0] ?? null;
}

function isDateline(mark: string, led: boolean): boolean {
  return mark === 'dateline' || mark === 'colon' || mark === 'dash' || mark === 'dots' || led;
}

function firstLocated(
  tokens: readonly Token[],
  first: number,
  last: number,
  rules: HeadingRules,
): string | null {
  const end = Math.min(last, first + OPENING);
  for (let at = first; at <= end; at++) {
    const match = rules.namesInProse.longest(tokens, at);
    if (!match || match.last > last) continue;
    const before = tokens[at - 1];
    const located =
      match.prefix.endsWith('ب') ||
      LOCATING.has((tokens[at] as Token).norm) ||
      (at > first && match.prefix === '' && before !== undefined && LOCATING.has(before.norm));
    const { governorates } = match.values[0] as HeadingName;
    if (located && governorates.length === 1) return governorates[0] ?? null;
    at = match.last;
  }
  return null;
}
