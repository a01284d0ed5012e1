/**
 * Runs the event grammar over one section: each segment sets off at most one rule, the first that fits. What a segment
 * leaves unsaid (doer, place) is taken from the segments before it. Linear in the number of tokens.
 */
import { isAt } from '../../arabic/phrases.ts';
import { among, fitting } from '../../arabic/word-memory.ts';
import type { EventRule, Frame } from '../../knowledge/events/grammar.ts';
import { TOWARDS } from '../../knowledge/places/cues.ts';
import type { ActorFound, PlaceFound } from '../../knowledge/types.ts';
import type { Weapon } from '../../model/vocabulary.ts';
import { Blocks } from './blocks.ts';
import { addsPlaces, completes } from './complete-event.ts';
import { type Circumstances, holds, mayHold, resolve } from './conditions.ts';
import { meetsProtest } from './crowds.ts';
import { placesFor } from './draft-places.ts';
import { addWeapons, type Draft } from './drafts.ts';
import { killsElsewhere, strikesElsewhere } from './elsewhere.ts';
import { placesAround } from './event-places.ts';
import { evidenceOf } from './evidence.ts';
import { extend, extendsLast } from './extend-event.ts';
import { flownType, typeOfBefore } from './fire-types.ts';
import { type Block, SOUGHT } from './mark.ts';
import { isNear, type Memory, remember, withElided } from './memory.ts';
import { isOnlyNamed } from './named-acts.ts';
import { type Parties, partiesFor } from './parties.ts';
import { placedAhead } from './placed-ahead.ts';
import { pointedPlace } from './pointed-places.ts';
import { refersBack } from './refers-back.ts';
import { absorb, isSameAsLast } from './same-event.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';
import type { SegmentReading } from './segment-reading.ts';
import { describesWeapon, lendsPlace, shareForward, sitesLast } from './site-event.ts';
import { shelledToo, splitOf } from './split.ts';
import { usablePlaces } from './usable-places.ts';

/** All events that a section tells, blocked ones included, in text order. */
export function interpretSection(text: SectionText): Draft[] {
  const drafts: Draft[] = [];
  const blocks = new Blocks(text, datedSentences(text));
  const memory: Memory = {
    doers: [],
    sentencePlaces: [],
    sentence: -1,
    lastPlaces: [],
    told: [],
    last: null,
    fire: null,
  };
  for (const segment of text.segments) {
    if (segment.sentence !== memory.sentence) {
      memory.sentence = segment.sentence;
      memory.sentencePlaces = [];
      if (isBullet(text, segment)) {
        memory.lastPlaces = [];
        memory.last = null;
      }
    }
    blocks.enter(segment);
    if (extendsLast(text, segment, memory.last)) {
      extend(text, segment, memory.last as Draft);
      const shelled = shelledToo(segment, memory.last as Draft);
      if (shelled !== null) drafts.push(shelled);
      namesBomber(segment, memory.last as Draft);
      remember(text, segment, memory);
      continue;
    }
    if (addsPlaces(text, segment, memory.last)) {
      remember(text, segment, memory);
      continue;
    }
    if (meetsProtest(text, segment, memory.last)) {
      remember(text, segment, memory);
      continue;
    }
    const read = readSegment(text, segment, memory, blocks);
    if (read === null) {
      const another =
        strikesElsewhere(text, segment, memory.last) ?? killsElsewhere(text, segment, memory.fire);
      if (another !== null) {
        drafts.push(another);
        memory.last = another;
        remember(text, segment, memory);
        continue;
      }
      completes(text, segment, memory.last);
      remember(text, segment, memory);
      continue;
    }
    if (refersBack(text, segment, read, memory.last)) {
      const last = memory.last as Draft;
      namesBomber(segment, last);
      if (last.segment.sentence === segment.sentence) last.lastSegment = segment.index;
      remember(text, segment, memory);
      continue;
    }
    for (const draft of draftsOf(text, segment, read, memory)) {
      shareForward(text, draft, drafts);
      drafts.push(draft);
      if (draft.block === null) {
        memory.last = draft;
        if (draft.frame === 'fire') memory.fire = draft;
      } else lendsPlace(draft, memory.last);
    }
    remember(text, segment, memory);
  }
  const told = new Set(drafts.filter(({ block }) => block === null).map(({ segment }) => segment.index));
  for (const draft of drafts) placeLater(text, draft, told);
  return drafts.filter((draft, at) => !isRaidOnBomber(drafts[at - 1], draft));
}

/** «فجر نفسه بحزام ناسف | لدى مداهمة منزله في (أ)»: when and where he did it. */
function isRaidOnBomber(before: Draft | undefined, { rule, segment, trigger, block }: Draft): boolean {
  return (
    before?.type === 'suicide_bomb' &&
    before.block === null &&
    block === null &&
    rule.id === 'stormed' &&
    trigger.kind === 'noun' &&
    segment.opener === 'cause' &&
    segment.index === before.lastSegment + 1 &&
    segment.sentence === before.segment.sentence
  );
}

/** How many segments after an event without any place its place may be told. */
const LATER_REACH = 2;

/** «انفجرت قنبلة رماها شاب | وسط مشاجرة في (أ)», «طائرة | حاولت استهداف قاعدة قرب (أ)»: no other event is told there. */
function placeLater(text: SectionText, draft: Draft, told: ReadonlySet<number>): void {
  if (draft.block !== null || draft.places.length > 0 || !PLACED_LATER.has(draft.frame)) return;
  const from = Math.max(draft.segment.index, draft.lastSegment);
  for (let index = from + 1; index <= from + LATER_REACH; index++) {
    const next = text.segments[index];
    if (next?.sentence !== draft.segment.sentence) return;
    const raid = draft.type === 'suicide_bomb' && next.opener === 'cause' && next.names.has('أغار_على');
    if (told.has(index) && !raid) return;
    const places = usablePlaces(text, next).filter(({ use, place }) => use === 'location' && place !== null);
    if (places.length === 0) continue;
    draft.places = places.slice(0, 1);
    draft.source = 'sentence';
    draft.evidence += 1;
    return;
  }
}

const PLACED_LATER: ReadonlySet<string> = new Set(['fire', 'blast', 'harm', 'strategic']);

const isBulletMark = fitting(/^[-–—•*]$/);

/** «- مقتل جنديين …» on a line of its own: nothing of the item before it. */
function isBullet(text: SectionText, { first }: SegmentText): boolean {
  const { tokens } = text.reading;
  const at = isAt(tokens, first, isBulletMark) ? first : first - 1;
  const mark = tokens[at];
  if (mark === undefined || at <= text.from || !isBulletMark(mark.word)) return false;
  return mark.gap === 'line' || mark.gap === 'paragraph';
}

/** «… نفذهما انتحاريان»: how the blast just told was made. */
function namesBomber(segment: SegmentText, last: Draft): void {
  if (last.type === 'remote_explosive_ied' && segment.names.has('suicide')) last.type = 'suicide_bomb';
}

/** Whether a sentence tells a day of its own. */
function datedSentences(text: SectionText): (segment: SegmentText) => boolean {
  const dated = new Set<number>();
  let next = 0;
  const { dates } = text.reading;
  for (const segment of text.segments) {
    while (next < dates.length && (dates[next]?.first ?? 0) < segment.first) next++;
    for (; next < dates.length && (dates[next]?.first ?? 0) <= segment.last; next++) {
      if ((dates[next]?.precision ?? 3) < 3) dated.add(segment.sentence);
    }
  }
  return (segment) => dated.has(segment.sentence);
}

function readSegment(
  text: SectionText,
  segment: SegmentText,
  memory: Memory,
  blocks: Blocks,
): SegmentReading | null {
  let best: SegmentReading | null = null;
  for (const trigger of segment.triggers) {
    if (isOnlyNamed(text, segment, trigger)) continue;
    if (isTag(text, segment, trigger)) continue;
    const found = readTrigger(text, segment, trigger, memory, blocks, best);
    // «معارك للسيطرة على …»: what is only meant keeps nothing else of the segment from being told.
    if (found !== null && (best === null || isPreferred(found, best))) best = found;
  }
  return best;
}

/** «#دير_الزور #قسد #اغتيال»: what a page is filed under. */
function isTag(text: SectionText, { first, last }: SegmentText, { at }: Trigger): boolean {
  if (at === first || text.token(at - 1).norm !== '#') return false;
  return at === last || text.token(at + 1).norm === '#';
}

/** The first of a trigger's rules that fits; null where none does before what was found so far. */
function readTrigger(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  memory: Memory,
  blocks: Blocks,
  best: SegmentReading | null,
): SegmentReading | null {
  let around: readonly PlaceFound[] | null = null;
  // Who stands where is the same for rules of one frame, which mostly follow each other.
  let standing: string | null = null;
  let parties: Parties | null = null;
  for (const rule of trigger.rules) {
    if (best !== null && best.block === null && rule.order >= best.rule.order) return null;
    if (!mayHold(rule.needs, text, segment, trigger)) continue;
    const asked = rule.frame === 'clash' ? rule.sides : rule.frame;
    if (parties === null || asked !== standing) {
      standing = asked;
      parties = withElided(text, segment, trigger, memory, partiesFor(text, segment, trigger, rule));
    }
    around ??= placesAround(text, segment, trigger.at);
    const places = placesOfFrame(text, segment, rule.frame, trigger, around);
    const now: Circumstances = {
      initiators: leading(parties),
      targets: parties.targets,
      named: isNamed(segment, parties),
      placed: places.length > 0,
      hasPlace:
        places.length > 0 ||
        memory.sentencePlaces.length > 0 ||
        isNear(memory.last, segment) ||
        placedAhead(text, segment) ||
        pointedPlace(text, segment, memory.told) !== null,
    };
    if (!holds(rule.needs, text, segment, trigger, now)) continue;
    if (rule.not && holds(rule.not, text, segment, trigger, now)) continue;
    return {
      rule,
      trigger,
      parties,
      places,
      now,
      block: blockFor(rule, trigger, blocks.of(segment, trigger)),
    };
  }
  return null;
}

/** Who does it, or the first of those who take part. */
function leading({ initiators, participants }: Parties): readonly ActorFound[] {
  if (initiators.length > 0) return initiators;
  return participants.length < 2 ? participants : participants.slice(0, 1);
}

/** The segment itself names who did it or took part. */
function isNamed({ actors }: SegmentText, { initiators, participants }: Parties): boolean {
  for (const actor of actors) if (initiators.includes(actor) || participants.includes(actor)) return true;
  return false;
}

function isPreferred(one: SegmentReading, other: SegmentReading): boolean {
  if ((one.block === null) !== (other.block === null)) return one.block === null;
  return one.rule.order < other.rule.order;
}

/** Where these lead to is where it happened. */
const ARRIVES: ReadonlySet<string> = new Set(['وصل', 'دخل']);

/** Without where people go and whose they are, for the frames that these are told with. */
function placesOfFrame(
  text: SectionText,
  segment: SegmentText,
  frame: Frame,
  trigger: Trigger,
  around: readonly PlaceFound[],
): readonly PlaceFound[] {
  const moves = (frame === 'people' || frame === 'loss') && !ARRIVES.has(trigger.lemma);
  const owned = frame !== 'fire' && around.length > 1;
  if (!moves && !owned) return around;
  const places: PlaceFound[] = [];
  for (const place of around)
    if (!(moves && isDestination(text, place)) && !(owned && isOwner(text, place))) places.push(place);
  // «شهدت عسال الورد انسحابا للقوات نحو فليطة»: what they left stands before.
  if (places.length > 0 || !moves || !segment.names.has('شهد')) return places;
  const before = usablePlaces(text, segment).filter(
    ({ last, use }) => last < trigger.at && use === 'location',
  );
  return before.slice(-1);
}

/** «مظاهرات مناهضة للنظام، فقد تظاهر محتجون في …»: what crowds are against is no talk about them. */
function blockFor(rule: EventRule, trigger: Trigger, block: Block | null): Block | null {
  return block === 'talk' && rule.frame === 'protest' && !SHOTS.has(trigger.lemma) ? null : block;
}

/** «قطعوا الطريق احتجاجا على مقتل شاب برصاص الأمن»: the shots of which they speak. */
const SHOTS: ReadonlySet<string> = new Set(['رصاص', 'إطلاق_نار']);

/** «رئيس الهيئة الشرعية لدمشق وريفها»: the place belongs to a title. */
function isOwner(text: SectionText, place: PlaceFound): boolean {
  return text.reading.text.slice(text.token(place.first).start, place.start).includes('ل');
}

const isWayTo = among(new Set([...TOWARDS, 'الي']));

/** «نزوح الأهالي باتجاه …»: where people go is not where they leave. */
function isDestination(text: SectionText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at >= text.from && at >= place.first - 3; at--)
    if (isWayTo(text.token(at).word)) return true;
  return false;
}

function draftsOf(text: SectionText, segment: SegmentText, read: SegmentReading, memory: Memory): Draft[] {
  const { rule, trigger, now } = read;
  const resolved = resolve(rule, text, segment, trigger, now);
  const parties =
    resolved.frame === rule.frame
      ? read.parties
      : withElided(
          text,
          segment,
          trigger,
          memory,
          partiesFor(text, segment, trigger, { frame: resolved.frame, sides: rule.sides }),
        );
  const attempt = isAttempt(text, segment, trigger);
  // «محاولة قوات سوريا الديمقراطية اقتحام المدينة»: a town is not tried without a fight.
  const tried = resolved.frame === 'raid' && !segment.names.has('property') && !segment.names.has('civil');
  const unfought = resolved.frame === 'strategic' || (resolved.type === 'other_strategic' && !tried);
  if (attempt && unfought) return [];
  const fought = attempt && (resolved.frame === 'gain' || tried);
  const inherited = rule.inherits ? inheritedFrom(memory.last, rule, segment) : null;
  if (rule.inherits && inherited === null) return [];
  const type =
    inherited?.type ??
    typeOfBefore(text, segment, read, memory.fire, resolved.type) ??
    flownType(segment, parties, resolved.type) ??
    (fought ? 'armed_clash' : resolved.type);
  const [places, source] = placesFor(text, segment, trigger, read.places, memory);
  const draft: Draft = {
    rule,
    type,
    frame: fought ? 'clash' : resolved.frame,
    segment,
    trigger,
    places,
    source,
    initiators: inherited && parties.initiators.length === 0 ? inherited.initiators : parties.initiators,
    targets: parties.targets,
    participants: parties.participants,
    weapons: new Set<Weapon>(),
    casualties: [],
    lastSegment: segment.index,
    block: read.block,
    civilians: segment.names.has('civil'),
    day: null,
    spread: false,
    evidence: evidenceOf(text, segment, trigger, resolved.frame, places, source),
  };
  addWeapons(draft.weapons, segment);
  if (sitesLast(text, draft, memory.last) || describesWeapon(draft, memory.last)) return [];
  if (isSameAsLast(text, draft, memory.last)) {
    absorb(memory.last as Draft, draft);
    return [];
  }
  return splitOf(text, draft);
}

/** «ست ضربات حول …»: more of the fire told before; «قتل آخر في …»: of the killing. */
function inheritedFrom(last: Draft | null, rule: EventRule, { places }: SegmentText): Draft | null {
  if (last === null) return null;
  // «قتل شاب بلغم في (أ). وقتل آخر في (ب)»
  const kills = rule.frame === 'harm' && KILLS.has(last.frame) && places.length > 0;
  return last.frame === rule.frame || kills ? last : null;
}

const KILLS: ReadonlySet<Frame> = new Set(['blast', 'fire']);

function isAttempt(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if ((segment.sought & SOUGHT.attempt) === 0) return false;
  for (let at = segment.first; at < trigger.at; at++)
    if ((text.mark(at).sought & SOUGHT.attempt) !== 0) return true;
  return false;
}
