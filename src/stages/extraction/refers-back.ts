/** Segments whose noun only points at an event told before. */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { Draft } from './drafts.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import type { SegmentReading } from './segment-reading.ts';

const isActWord = fitting(/^ب?(?:عمليه|حادثه)$/);
const isOther = fitting(/^(?:ال)?(?:اخري?|ثاني?ه?|ثالثه?)$/);
const isPointing = fitting(/^(?:هذا|هذه|ذلك|تلك)$/);
const isOneShell = fitting(/^[وب]?ال(?:قذيفه|صاروخ|برميل|قنبله)$/);

function isThatShell(text: SectionText, { first }: SegmentText, trigger: number): boolean {
  const beside = [trigger - 1, trigger + 1, trigger - 2];
  return beside.some((at) => at >= first && isAt(text.reading.tokens, at, isOneShell));
}

function hasPronoun(text: SectionText, at: number): boolean {
  return text.mark(at).words.some(({ suffix }) => suffix !== '');
}

/** «نتيجة الاشتباكات»: a noun that only points at a fight told before. */
export function refersBack(
  text: SectionText,
  segment: SegmentText,
  read: SegmentReading,
  last: Draft | null,
): boolean {
  if (read.block !== null || last === null) return false;
  // «أما الهجوم الآخر، فوقع في …»: not the one before.
  if (isAt(text.reading.tokens, read.trigger.at + 1, isOther)) return false;
  // «في الاشتباكات التي تبعت التفجير»
  const told = text.mark(read.trigger.at).words.some((word) => word.definite && word.kind === 'noun');
  const again = last.frame === 'blast' || (last.frame === 'fire' && read.places.length === 0);
  if (segment.opener === 'relative' && told && read.rule.frame === last.frame && again) return true;
  // «القذيفة سقطت بالقرب من …»: the one told before.
  if (read.rule.id === 'shells-fall' && last.frame === 'fire' && isThatShell(text, segment, read.trigger.at))
    return true;
  // «قام بعملية الخطف أفراد من …»
  const near = last.segment.sentence + 2 >= segment.sentence;
  const seized = told && near && read.rule.frame === 'seizure' && last.frame === 'seizure';
  if (seized && isAt(text.reading.tokens, read.trigger.at - 1, isActWord)) return true;
  // «هذا القصف» is one told before; «إلى ذلك استهدف» goes on to another.
  const points = isAt(text.reading.tokens, read.trigger.at - 1, isPointing);
  if (points && read.trigger.kind === 'noun') return true;
  if (read.places.length > 0) return false;
  // «وأسفر الاستهداف عن مقتل أربعة»: of the fire just told.
  const aimed = segment.opener === 'effect' && read.trigger.lemma === 'استهدف' && last.frame === 'fire';
  if (aimed && told && !isPlacedApart(text, segment, last)) return true;
  const same = last.segment.sentence === segment.sentence;
  // «بعد أن ألقي القبض عليهم»: what came before the event it explains.
  const earlier = segment.opener === 'that' && text.segments[segment.index - 1]?.opener === 'cause';
  if (same && earlier && !['fire', 'blast', 'clash'].includes(read.rule.frame)) return true;
  if (
    same &&
    segment.opener === 'cause' &&
    ['gain', 'loss', 'seizure'].includes(read.rule.frame) &&
    read.places.length === 0
  )
    return true;
  // «سقطت مروحية … بعد استهدافها برشاش»: what brought it down.
  const downed = last.type === 'disrupted_weapons_use' && segment.opener === 'cause';
  if (same && downed && read.trigger.kind === 'noun' && hasPronoun(text, read.trigger.at)) return true;
  // «بعد فشل الهجوم الذي شنته …»: the noun is told here, by what follows it.
  if (text.segments[segment.index + 1]?.opener === 'relative') return false;
  if (read.trigger.kind !== 'noun' || (read.rule.frame !== 'clash' && read.rule.frame !== 'blast'))
    return false;
  const kin =
    ['clash', 'harm', 'raid', 'blast'].includes(last.frame) ||
    (last.frame === 'fire' && read.rule.frame === 'blast');
  if (!kin && segment.opener !== 'cause') return false;
  if (!same && !['cause', 'effect', 'connective'].includes(segment.opener) && read.rule.frame !== 'blast')
    return false;
  const word = text.mark(read.trigger.at).words.find(({ lemma }) => lemma === read.trigger.lemma);
  return word !== undefined && (word.definite || word.suffix !== '');
}

/** The sentence has told a place since the event before. */
function isPlacedApart(text: SectionText, { index, sentence }: SegmentText, { lastSegment }: Draft): boolean {
  const before = text.segments[index - 1];
  return before?.sentence === sentence && before.index > lastSegment && before.places.length > 0;
}
