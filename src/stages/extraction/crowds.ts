/** What befalls a crowd just told of, and what it does. */
import { fitting } from '../../arabic/word-memory.ts';
import type { Draft } from './drafts.ts';
import type { SectionText, SegmentText } from './section-text.ts';

/** «خرجت مظاهرة …، فأطلق الأمن النار عليهم»: the crowd just told of is met by force. */
export function meetsProtest(text: SectionText, segment: SegmentText, last: Draft | null): boolean {
  if (last?.frame !== 'protest' || last.block !== null) return false;
  if (last.segment.sentence !== segment.sentence || last.segment.index + 3 < segment.index) return false;
  if (stormsToo(segment)) {
    last.lastSegment = segment.index;
    return true;
  }
  if (last.type !== 'peaceful_protest') return false;
  const { names } = segment;
  // «خرجوا رغم إطلاق النار عليهم قبل يومين»: another time.
  if (isDespite(text.token(segment.first).word)) return false;
  if (names.has('shots') && segment.places.every(({ place }) => place === null))
    last.type = 'excessive_force_against_protesters';
  else if (names.has('غاز_مسيل') || ((names.has('فرق') || names.has('اعتدى')) && names.has('crowd')))
    last.type = 'protest_with_intervention';
  else return false;
  last.lastSegment = segment.index;
  return true;
}

const isDespite = fitting(/^و?(?:رغم|برغم|بالرغم)$/);

/** «احتجاجات نتج عنها قتيل | واقتحام مبنى البلدية»: what the crowd just told of did. */
function stormsToo({ triggers, actors, opener }: SegmentText): boolean {
  if (opener !== 'noun' || actors.some(({ side }) => side !== 'civilians')) return false;
  return triggers.some(({ lemma, kind }) => lemma === 'اقتحم' && kind === 'noun');
}
