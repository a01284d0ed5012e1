/** Fire and attacks that name no means of their own: what was told before says whether they came from the air. */
import { fitting } from '../../arabic/word-memory.ts';
import type { EventType } from '../../model/vocabulary.ts';
import type { Draft } from './drafts.ts';
import { flies, type Parties } from './parties.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import type { SegmentReading } from './segment-reading.ts';

/** «قصف الاحتلال بقذائف دبابة … كما استهدف مرصدا في …»: the same guns, where no aircraft are told. */
function staysOnGround(segment: SegmentText, read: SegmentReading, last: Draft, type: EventType): boolean {
  if (last.type !== 'shelling_artillery_missile' || type !== 'air_drone_strike') return false;
  if (last.weapons.size === 0 || read.rule.id !== 'bombardment' || segment.weapons.length > 0) return false;
  if (segment.names.has('air') || segment.names.has('غارة') || segment.names.has('عدوان')) return false;
  const doer = read.parties.initiators[0]?.id;
  return last.segment.sentence + 1 >= segment.sentence && last.initiators.some(({ id }) => id === doer);
}

const OF_MISSILES: ReadonlySet<string> = new Set(['shells-hit', 'shells-fall', 'by-shells']);

/** «صواريخ أطلقتها طائرات إسرائيلية … أن ستة صواريخ أصابت مستودعات»: of those whose missiles were just told. */
function isOfTheirMissiles(text: SectionText, segment: SegmentText, read: SegmentReading): boolean {
  if (!OF_MISSILES.has(read.rule.id) || read.parties.initiators.length > 0) return false;
  if (segment.names.has('ground') || !segment.names.has('صاروخ')) return false;
  for (let index = segment.index - 1; index >= 0; index--) {
    const before = text.segments[index] as SegmentText;
    if (before.sentence + FIRE_REACH < segment.sentence) return false;
    const fired = before.names.has('صاروخ') || before.names.has('air');
    if (fired && before.actors.some(({ side }) => side === 'israel')) return true;
  }
  return false;
}

/** How many sentences on «القصف» still means the raids told before. */
const FIRE_REACH = 4;

/** … and «طالت كذلك» the same fire. */
const ALSO_REACH = 2;

const isAlso = fitting(/^(?:كذلك|ايضا)$/);
const isAnother = fitting(/^اخر(?:ي|ا|ين)?$/);

/** «غارات على (أ)، وقتل خمسة في هجوم آخر على (ب)»: of the kind told before, where it names no means of its own. */
function isAnotherAttack(
  text: SectionText,
  segment: SegmentText,
  read: SegmentReading,
  last: Draft,
): boolean {
  if (read.rule.id !== 'assault' || read.trigger.lemma !== 'هجوم' || segment.weapons.length > 0) return false;
  if (read.trigger.at >= segment.last || !isAnother(text.token(read.trigger.at + 1).word)) return false;
  if (segment.actors.some(({ side }) => side !== 'civilians') || segment.names.has('fighter')) return false;
  return last.segment.sentence + 1 >= segment.sentence;
}

/** «القصف» or a further target of raids just told, without means of its own, is more of them. */
export function typeOfBefore(
  text: SectionText,
  segment: SegmentText,
  read: SegmentReading,
  last: Draft | null,
  type: EventType,
): EventType | null {
  if (last !== null && staysOnGround(segment, read, last, type)) return last.type;
  if (last !== null && isAnotherAttack(text, segment, read, last)) return last.type;
  if (type === 'shelling_artillery_missile' && isOfTheirMissiles(text, segment, read))
    return 'air_drone_strike';
  if (last?.type !== 'air_drone_strike' || type !== 'shelling_artillery_missile' || last.frame !== 'fire')
    return null;
  if (segment.weapons.length > 0 || segment.names.has('ground') || segment.names.has('shell')) return null;
  const same = last.segment.sentence === segment.sentence;
  const word = text.mark(read.trigger.at).words.find(({ lemma }) => lemma === read.trigger.lemma);
  const definite = read.trigger.kind === 'noun' && (word?.definite ?? false);
  const near = last.segment.sentence + FIRE_REACH >= segment.sentence;
  const doer = read.parties.initiators[0]?.id;
  const agrees =
    doer === undefined || last.initiators.length === 0 || last.initiators.some(({ id }) => id === doer);
  return agrees &&
    ((definite && near) ||
      (read.trigger.lemma === 'طال' &&
        isAlso(text.token(Math.min(read.trigger.at + 1, text.to - 1)).word) &&
        last.segment.sentence + ALSO_REACH >= segment.sentence) ||
      (same &&
        (segment.names.has('مماثل') ||
          ['استهدف', 'طال'].includes(read.trigger.lemma) ||
          (read.trigger.lemma === 'تعرض' && segment.names.has('استهدف')))))
    ? last.type
    : null;
}

/** «… قصف الطيران الحربي مدينة أ | كما قصف بلدة ب»: whoever is carried over from before still flies. */
export function flownType(segment: SegmentText, { initiators }: Parties, type: EventType): EventType | null {
  if (type !== 'shelling_artillery_missile' || segment.weapons.length > 0) return null;
  // «مروحية حامت فوق البلدة | ثم أطلقت صواريخ»: its own.
  const launched = segment.triggers.some(({ lemma, kind }) => lemma === 'أطلق' && kind === 'past');
  if (segment.names.has('ground') || (segment.names.has('shell') && !launched)) return null;
  const carried = initiators.filter((actor) => !segment.actors.includes(actor));
  return carried.length > 0 && carried.every(flies) ? 'air_drone_strike' : null;
}
