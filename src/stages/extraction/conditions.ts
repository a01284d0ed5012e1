/** Whether a rule's conditions hold for a trigger in its segment. */
import type { Condition, EventRule } from '../../knowledge/events/grammar.ts';
import type { ActorFound } from '../../knowledge/types.ts';
import { SOUGHT } from './mark.ts';
import { isPluralVerb } from './parties.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';

/** What conditions ask beside the words of the segment. */
export interface Circumstances {
  readonly initiators: readonly ActorFound[];
  readonly targets: readonly ActorFound[];
  readonly hasPlace: boolean;
  /** The segment itself names who did it. */
  readonly named: boolean;
  /** Names of the whole sentence. */
  readonly sentence: () => ReadonlySet<string>;
}

/** How far «right after» and «right before» reach, in tokens. */
const NEAR = 3;

type Plain = Omit<Condition, 'any'>;

export function holds(
  condition: Condition | undefined,
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  now: Circumstances,
): boolean {
  if (condition === undefined) return true;
  if (!plainHolds(condition, text, segment, trigger, now)) return false;
  return (
    condition.any === undefined || condition.any.some((one) => plainHolds(one, text, segment, trigger, now))
  );
}

/** Whether a condition can hold, as far as words tell: asked first, since who and where cost more to find out. */
export function mayHold(
  condition: Condition | undefined,
  segment: SegmentText,
  trigger: Trigger,
  sentence: () => ReadonlySet<string>,
): boolean {
  return condition === undefined || wordsHold(condition, segment, trigger, sentence);
}

function wordsHold(
  one: Plain,
  { names }: SegmentText,
  { lemma, kind }: Trigger,
  sentence: () => ReadonlySet<string>,
): boolean {
  return (
    (one.lemma === undefined || one.lemma.includes(lemma)) &&
    (one.kind === undefined || (one.kind as readonly string[]).includes(kind)) &&
    (one.near === undefined || tellsAny(names, one.near, lemma)) &&
    (one.noneNear === undefined || !tellsAny(names, one.noneNear)) &&
    (one.sentence === undefined || tellsAny(sentence(), one.sentence))
  );
}

/** A loop, not `some`: asked for every rule of every trigger, a function made each time costs more than the answer. */
function tellsAny(names: ReadonlySet<string>, asked: readonly string[], but?: string): boolean {
  for (const name of asked) if (name !== but && names.has(name)) return true;
  return false;
}

function plainHolds(
  one: Plain,
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  now: Circumstances,
): boolean {
  return (
    wordsHold(one, segment, trigger, now.sentence) &&
    (one.weapons === undefined || hasWeapon(segment, one.weapons)) &&
    (one.by === undefined || isBy(now, one.by)) &&
    (one.actors === undefined || one.actors.some((id) => now.initiators.some((actor) => actor.id === id))) &&
    (one.target === undefined || one.target.some((target) => isTarget(segment, now, target))) &&
    (one.named === undefined || one.named === now.named) &&
    (one.place === undefined || one.place === now.hasPlace) &&
    (one.governed === undefined || one.governed === isGoverned(text, segment, trigger)) &&
    (one.flown === undefined || one.flown === isFlown(now)) &&
    (one.plural === undefined || one.plural === isPluralVerb(text, trigger)) &&
    (one.head === undefined || one.head === isHead(text, segment, trigger)) &&
    (one.subject === undefined || one.subject === hasSubject(text, segment, trigger)) &&
    (one.after === undefined ||
      one.after.some((name) =>
        namedWithin(text, trigger.at + 1, Math.min(segment.last, trigger.at + NEAR), name),
      )) &&
    (one.before === undefined ||
      one.before.some((name) =>
        namedWithin(text, Math.max(subjectStart(text, segment), trigger.at - NEAR), trigger.at - 1, name),
      ))
  );
}

/** «إن قذيفة | سقطت على …»: a verb that opens its segment without و has its subject before it. */
function subjectStart(text: SectionText, segment: SegmentText): number {
  const follows = segment.opener === 'verb' && !segment.conjunction;
  return follows ? (text.segments[segment.index - 1]?.first ?? segment.first) : segment.first;
}

function namedWithin(text: SectionText, first: number, last: number, name: string): boolean {
  for (let at = first; at <= last; at++) if (text.mark(at).names.includes(name)) return true;
  return false;
}

const FLOWN: ReadonlySet<string> = new Set(['warplane', 'helicopter', 'drone']);

/** «طائرات روسية وجهت ضربات | ودمرت معسكرا»: who did it flies. */
function isFlown({ initiators }: Circumstances): boolean {
  for (const { via } of initiators) if (via !== null && FLOWN.has(via)) return true;
  return false;
}

function hasWeapon({ weapons, actors }: SegmentText, asked: readonly string[]): boolean {
  for (const { id } of weapons) if (asked.includes(id)) return true;
  for (const { via } of actors) if (via !== null && asked.includes(via)) return true;
  return false;
}

/** Whether one of the sides did it; `none` where nobody is told to have. */
function isBy({ initiators }: Circumstances, sides: readonly string[]): boolean {
  if (initiators.length === 0) return sides.includes('none');
  for (const { side } of initiators) if (sides.includes(side)) return true;
  return false;
}

function isTarget(segment: SegmentText, now: Circumstances, target: string): boolean {
  if (target === 'civilians') return segment.names.has('civil');
  return (
    now.targets.some(({ side }) => side !== 'civilians' && side !== 'unknown') || segment.names.has('fighter')
  );
}

const GOVERNORS = SOUGHT.capable | SOUGHT.light | SOUGHT.occur | SOUGHT.grip | SOUGHT.effect | SOUGHT.suffer;

/** A verb before the trigger carries it: «تمكنوا من السيطرة»، «شنت غارات»، «أعلنت تحرير». */
export function isGoverned(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (hasGovernor(text, segment.first, trigger.at)) return true;
  // «تمكنوا من دخول المدينة والسيطرة على …»: the verb of the segment before carries the noun that و joins.
  const previous = text.segments[segment.index - 1];
  const joined =
    segment.opener === 'noun' || (previous?.names.has('capable') && previous.triggers.length === 0);
  const before = joined ? previous : undefined;
  if (before && before.sentence === segment.sentence && hasGovernor(text, before.first, before.last + 1))
    return true;
  return isHead(text, segment, trigger) && trigger.kind === 'noun';
}

function hasGovernor(text: SectionText, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    const mark = text.mark(at);
    if (mark.sought === 0) continue;
    if ((mark.sought & GOVERNORS) !== 0) return true;
    if ((mark.sought & SOUGHT.attempt) !== 0 && mark.words.some(({ kind }) => kind === 'past')) return true;
    if ((mark.sought & SOUGHT.say) !== 0 && mark.words.some((word) => word.lemma === 'قال')) return true;
  }
  return false;
}

/** The trigger is the first word of its sentence, as in headlines and flashes. */
export function isHead(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (segment.opener !== 'start') return false;
  for (let at = segment.first; at < trigger.at; at++) {
    if (text.token(at).kind === 'word' && !text.mark(at).spent) return false;
  }
  return true;
}

/** «الجيش الحر يسيطر على المخفر»: a party, and nothing else, before the verb. */
export function hasSubject(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  const previous = text.segments[segment.index - 1];
  const opens = (one: SegmentText) =>
    one.opener === 'start' || one.opener === 'connective' || (one.opener === 'verb' && one.conjunction);
  const alone =
    previous !== undefined && previous.sentence === segment.sentence && previous.triggers.length === 0;
  const start = opens(segment) ? segment.first : alone && opens(previous) ? previous.first : null;
  if (start === null) return false;
  const parties = opens(segment) ? segment.actors : (previous?.actors ?? []);
  return parties.some(
    ({ first, last, side }) => side !== 'civilians' && first >= start && last === trigger.at - 1,
  );
}

/** The rule's type and frame, as the first case that fits says. */
export function resolve(
  rule: EventRule,
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  now: Circumstances,
): Pick<EventRule, 'type' | 'frame'> {
  const found = rule.cases.find((one) => holds(one.when, text, segment, trigger, now));
  return found ? { type: found.type, frame: found.frame ?? rule.frame } : rule;
}
