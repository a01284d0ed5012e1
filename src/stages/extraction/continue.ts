/**
 * Segments that go on with an event told before: a verb without a subject, a noun that points back, a place told
 * after its event, verbs that share one object.
 */
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Weapon } from '../../model/vocabulary.ts';
import type { Draft } from './drafts.ts';
import { placesAround } from './event-places.ts';
import { partiesOf } from './parties.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { usablePlaces } from './usable-places.ts';

/** A verb right after an event, without و, goes on with it: «غارات … استهدفت حي جوبر». */
export function extendsLast(text: SectionText, segment: SegmentText, last: Draft | null): boolean {
  if (last === null) return false;
  if (last.segment.sentence !== segment.sentence)
    return segment.opener === 'verb' && takesUp(text, segment, last);
  if (last.lastSegment === segment.index - 1 && last.rule.id === 'assault' && isOrdinal(text, segment))
    return true;
  if (segment.conjunction) return false;
  const explains = segment.opener === 'connective' && /^و?(?:حيث|اذ)$/.test(text.token(segment.first).norm);
  if (segment.opener !== 'verb' && segment.opener !== 'relative' && !explains) return false;
  // «… وسبعة قتلى | سقطوا | جراء …»: people, and no shells.
  if (text.mark(segment.first).words.some(({ lemma, plural }) => lemma === 'سقط' && plural)) return false;
  if (explains && partiesOf(text, segment, segment.triggers[0] ?? last.trigger, 'fire').initiators.length > 0)
    return false;
  if (last.lastSegment !== segment.index - 1) return takesUp(text, segment, last);
  if (namesCharges(text, segment, last)) return false;
  if (last.frame === 'protest') {
    if (segment.names.has('فرق') || segment.names.has('shots')) return true;
    return last.source !== 'own' || last.places.every((place) => place.geoPrecision === 3);
  }
  if (!['fire', 'blast', 'clash', 'harm', 'raid'].includes(last.frame)) return false;
  for (let at = segment.first; at <= segment.last; at++) {
    const mark = text.mark(at);
    if (mark.uses.includes('extends') || mark.uses.includes('byverb'))
      return mark.words.every((word) => !word.future);
    if (mark.uses.includes('occur') || mark.uses.includes('light')) return segment.triggers.length === 0;
    if (mark.words.some(({ kind }) => kind === 'past' || kind === 'present')) return false;
  }
  return false;
}

/** «هز انفجار المدينة. وتشير المعلومات إلى | أن الانفجار | استهدف حاجزا»: the blast told before. */
function takesUp(text: SectionText, segment: SegmentText, last: Draft): boolean {
  if (last.frame !== 'blast' || segment.conjunction || last.segment.sentence + 1 < segment.sentence)
    return false;
  const subject = text.segments[segment.index - 1];
  if (subject === undefined || subject.sentence !== segment.sentence || subject.triggers.length > 1)
    return false;
  const named = text
    .mark(subject.last)
    .words.some(({ definite, lemma }) => definite && (lemma === 'انفجر' || lemma === 'فجر'));
  return named && subject.places.length === 0 && text.mark(segment.first).uses.includes('extends');
}

const ORDINAL = /^و?(?:الاول|الاولي|الثاني|الثانيه|الثالث|احدهما|اولهما|ثانيهما)$/;

/** «هجومين؛ الأول استهدف مركزا في …، والثاني طال …»: each of those just counted. */
function isOrdinal(text: SectionText, segment: SegmentText): boolean {
  return [segment.first, segment.first - 1].some(
    (at) => at >= text.from && ORDINAL.test(text.token(at).norm),
  );
}

export function extend(text: SectionText, segment: SegmentText, draft: Draft): void {
  const places = placesAround(text, segment, segment.first - 1);
  const another = isOrdinal(text, segment);
  if (places.length > 0 && (another || !(draft.frame === 'clash' && draft.source === 'own'))) {
    const coarse = draft.places.every((place) => place.geoPrecision === 3);
    // «… وقالت الوكالة إن التفجير استهدف ساحة …»: one blast, told again.
    const again = draft.segment.sentence !== segment.sentence;
    const wide = draft.places.every(({ geoPrecision }) => geoPrecision > 1);
    if (again && !coarse && !(wide && places[0]?.place)) draft.evidence += 1;
    else if (draft.source === 'own' && !coarse && !again) draft.places = [...draft.places, ...places];
    else {
      draft.places = places;
      draft.evidence += 2;
    }
    // «تحدثت عن غارات | استهدفت بلدة …»
    if (draft.trigger.kind === 'noun' && segment.opener === 'verb') draft.evidence += 1;
    draft.source = 'own';
  }
  const trigger = segment.triggers[0] ?? draft.trigger;
  if (draft.participants.length > 0) draft.participants = [...draft.participants, ...segment.actors];
  const parties = partiesOf(text, segment, trigger, 'fire');
  if (draft.initiators.length === 0 && draft.participants.length === 0) draft.initiators = parties.initiators;
  else if (parties.targets.length + parties.initiators.length > 0)
    draft.targets = [...draft.targets, ...parties.initiators, ...parties.targets];
  addWeapons(draft.weapons, segment);
  draft.civilians ||= segment.names.has('civil');
  draft.lastSegment = segment.index;
  if (draft.frame === 'protest' && draft.type === 'peaceful_protest') {
    if (segment.names.has('shots')) draft.type = 'excessive_force_against_protesters';
    else if (segment.names.has('فرق')) draft.type = 'protest_with_intervention';
  }
  if (draft.rule.frame !== 'fire' || draft.type === 'chemical_weapon') return;
  if (segment.names.has('air')) draft.type = 'air_drone_strike';
  else if (segment.names.has('ground') && draft.type === 'armed_clash')
    draft.type = 'shelling_artillery_missile';
}

/** «… وهي: البوغاز، كاوكلي», «إضافة إلى قرى كفرسجنة وكفر عويد»: a segment that is nothing but more places of the event. */
export function addsPlaces(text: SectionText, segment: SegmentText, last: Draft | null): boolean {
  if (last === null || last.block !== null || last.lastSegment !== segment.index - 1) return false;
  if (segment.triggers.length > 0 || segment.places.length === 0 || last.source !== 'own') return false;
  if (tellsSomething(text, segment)) return false;
  const listed = announcesList(text, segment);
  if (!listed && !isAddition(text, segment)) return false;
  if (listed && segment.paragraph !== last.segment.paragraph) return false;
  const places = placesAround(text, segment, segment.first - 1);
  if (places.length === 0) return false;
  last.places = listed ? places : [...last.places, ...places];
  last.lastSegment = segment.index;
  return true;
}

/** «قرى مقاطعة منبج، وهي:» right before the segment. */
function announcesList(text: SectionText, segment: SegmentText): boolean {
  const colon = text.reading.tokens[segment.first - 1]?.norm;
  const word = text.reading.tokens[segment.first - 2]?.norm ?? '';
  return colon === ':' && /^(?:و?هي|و?هم|التاليه|الاتيه|التالي|الاتي|كالتالي)$/.test(word);
}

/** «إضافة إلى», «بالإضافة إلى», «فضلا عن», «وكذلك». */
function isAddition(text: SectionText, segment: SegmentText): boolean {
  return (
    segment.opener === 'connective' &&
    segment.sentence === text.segments[segment.index - 1]?.sentence &&
    /^و?(?:(?:ب?ال)?اضافه|فضلا|كذلك|ايضا)$/.test(text.token(segment.first).norm)
  );
}

/** A segment without an event may still say where the last one was: «انفجار … وقع في بلدة …». */
export function completes(text: SectionText, segment: SegmentText, last: Draft | null): void {
  if (last === null || last.segment.sentence !== segment.sentence) return;
  if (explainsBlast(segment, last)) {
    last.lastSegment = segment.index;
    addWeapons(last.weapons, segment);
  }
  if (namesWorst(text, segment, last)) return;
  const alsoHurt = hurtsMore(segment, last);
  if (last.source === 'own' && !(alsoHurt && opensWithRegion(last))) return;
  if (segment.conjunction && !alsoHurt && !goesOnWithToll(text, segment, last) && !actsOnThere(segment, last))
    return;
  if (segment.opener === 'effect' && last.source !== 'none' && last.source !== 'before') return;
  if (segment.opener === 'connective' && tellsSomething(text, segment)) return;
  if (namesHospital(text, segment) || namesCharges(text, segment, last)) return;
  const usable = usablePlaces(text, segment);
  const located = usable.filter((place) => place.use === 'location');
  const places = located.length > 0 ? located : usable;
  if (places.length === 0) return;
  // «خلال عمليات نفذتها في دوما والمليحة وعين ترما»: each of them.
  const list = placesAround(text, segment, segment.first - 1).filter((place) => places.includes(place));
  const each = segment.opener !== 'connective';
  last.places = each && list.length > 1 ? list : places.slice(0, 1);
  if (last.source !== 'sentence' && last.places.some((place) => place.geoPrecision < 3))
    last.evidence += last.source === 'none' ? 2 : 1;
  last.source = 'sentence';
}

const isWorst = fitting(/^(?:اشد|اعنف|ابرز|اكثر)ها$/);

/** «اشتباكات في أنحاء من دمشق | كان أشدها في حي جوبر وبرزة»: the places told are where it was. */
function namesWorst(text: SectionText, segment: SegmentText, last: Draft): boolean {
  let at = segment.first;
  while (at < segment.last && !isWorst(text.token(at).word)) at++;
  if (at === segment.last || last.lastSegment !== segment.index - 1) return false;
  const places = placesAround(text, segment, at);
  if (places.length === 0) return false;
  last.places = places;
  last.source = 'own';
  last.lastSegment = segment.index;
  return true;
}

/** «نُقلوا إلى مستشفى في ريف درعا»: where the hurt were taken. */
function namesHospital(text: SectionText, segment: SegmentText): boolean {
  for (let at = segment.first; at <= segment.last; at++)
    if (/^[بل]?(?:ال)?(?:مشفي|مستشفي|مشافي|مستشفيات)$/.test(text.token(at).norm)) return true;
  return false;
}

const isPlanting = fitting(/^زرع(?:ت|وا)?(?:ها|ه|هم)$/);

/** «أغار على أهداف ردا على عبوات | زرعتها خلية عند …»: where charges were laid, and no raid was flown. */
function namesCharges(text: SectionText, segment: SegmentText, { frame }: Draft): boolean {
  if (frame === 'blast') return false;
  for (let at = segment.first; at <= segment.last; at++) if (isPlanting(text.token(at).word)) return true;
  return false;
}

/** «احتجز التنظيم عائلات، | وأحرق سياراتهم قرب بلدة …»: the same men at the same place. */
function actsOnThere(segment: SegmentText, last: Draft): boolean {
  if (segment.opener !== 'verb' || last.lastSegment !== segment.index - 1 || last.initiators.length === 0)
    return false;
  if (last.source !== 'none' && last.source !== 'before') return false;
  return segment.actors.every(({ side }) => side === 'civilians') && !segment.names.has('say');
}

/** «هجوم … ما أسفر عن سقوط قتلى | وجرحى في محافظتي …»: the toll of an event without a place says where it was. */
function goesOnWithToll(text: SectionText, segment: SegmentText, last: Draft): boolean {
  const before = text.segments[segment.index - 1];
  if (segment.opener !== 'noun' || before?.opener !== 'effect' || last.source !== 'none') return false;
  return last.lastSegment === before.index - 1 && (segment.names.has('جريح') || segment.names.has('ضحية'));
}

/** «قضت على عدد منهم | وأصابت آخرين في بلدات …», «قتلى منهم | وتدمير أسلحة في …»: the second's places are those of both. */
function hurtsMore(segment: SegmentText, last: Draft): boolean {
  const kills = last.frame === 'clash' || last.rule.id === 'killed-by-forces';
  if (last.lastSegment !== segment.index - 1 || !kills) return false;
  if (segment.opener === 'noun') return segment.names.has('دمر') && last.source !== 'own';
  return segment.conjunction && segment.opener === 'verb' && segment.names.has('أصيب');
}

/** «هز انفجار المدينة | جراء عبوة ناسفة», «انفجار | نجم عن سيارة مفخخة»: with what. */
function explainsBlast(segment: SegmentText, last: Draft): boolean {
  const explains = segment.opener === 'cause' || segment.opener === 'effect';
  if (last.frame !== 'blast' || !explains || last.lastSegment !== segment.index - 1) return false;
  return ['device', 'مفخخة', 'car'].some((name) => segment.names.has(name));
}

/** «وفي ريف حمص قضت الوحدات على …»: the region that a sentence opens with leaves the place to be told. */
function opensWithRegion({ places, trigger }: Draft): boolean {
  return places.every(({ geoPrecision, last }) => geoPrecision === 3 && last < trigger.at);
}

function tellsSomething(text: SectionText, segment: SegmentText): boolean {
  if (segment.triggers.length > 0) return true;
  for (let at = segment.first; at <= segment.last; at++)
    if (text.mark(at).verb && !text.isNamed(at)) return true;
  return false;
}

/** «اشتباكات عنيفة | بعد أن أعلن الثوار عن معركة في …»: the cause says where the fight is. */
export function sitesLast(text: SectionText, draft: Draft, last: Draft | null): boolean {
  if (last === null || draft.source !== 'own' || draft.block !== null) return false;
  const taken = text
    .mark(draft.trigger.at)
    .words.some(({ suffix, kind }) => kind === 'noun' && suffix !== '');
  // «دمر سلاح الجو سيارات | وقضى على من فيها في منطقة …»: where those in them were killed.
  const killed =
    draft.frame === 'clash' &&
    draft.segment.conjunction &&
    last.source === 'none' &&
    last.lastSegment === draft.segment.index - 1;
  // «القصف الذي رافق اقتحام القوات لقرية …»
  const accompanies =
    draft.frame === 'raid' &&
    ((draft.segment.opener === 'relative' && draft.segment.names.has('occur')) ||
      // «اعتقلت شابين بعد مداهمة منطقة …»
      (draft.segment.opener === 'cause' && last.frame === 'seizure'));
  if (draft.type !== last.type && !(taken && draft.segment.opener === 'cause') && !killed && !accompanies)
    return false;
  if (last.source === 'own' || last.segment.sentence !== draft.segment.sentence) return false;
  // «القضاء على مجموعة | حاولت التقدم باتجاه بلدة …»: a verb without و tells more of those just named.
  const describes = draft.segment.opener === 'verb' && !draft.segment.conjunction && draft.rule.dependent;
  const cameOf = draft.segment.opener === 'effect' && draft.type === last.type;
  if (!describes && !cameOf && !killed && !['cause', 'that', 'relative'].includes(draft.segment.opener))
    return false;
  // «وقال مراسلنا إن المقاتلات شنت غارات أخرى على …»: another statement, other raids.
  if (draft.segment.names.has('ثان') || startsNewStatement(text, draft)) return false;
  last.places = draft.places;
  last.source = 'own';
  last.evidence = Math.max(last.evidence, draft.evidence);
  absorb(last, draft);
  return true;
}

/** «أسقطت صواريخ | أطلقت على محيط العاصمة»: how what was met had been fired. */
export function describesWeapon(draft: Draft, last: Draft | null): boolean {
  if (last?.type !== 'disrupted_weapons_use' || draft.rule.id !== 'shells-fall') return false;
  const { segment } = draft;
  if (segment.opener !== 'verb' || segment.conjunction || last.segment.sentence !== segment.sentence)
    return false;
  if (last.source !== 'own' && draft.source === 'own') {
    last.places = draft.places;
    last.source = 'sentence';
    last.evidence += 2;
  }
  last.lastSegment = segment.index;
  return true;
}

/** «ضبطت سيارة مفخخة | كانت معدة للتفجير في حي …»: what was meant to be says where the event before it was. */
export function lendsPlace(draft: Draft, last: Draft | null): void {
  if (last === null || (last.source !== 'none' && last.source !== 'before') || draft.source !== 'own') return;
  if (draft.segment.sentence !== last.segment.sentence || draft.segment.opener === 'connective') return;
  // «يشن هجوما لقطع الطريق بين القرى | التي سيطر عليها التنظيم في ريف (أ)»: what they hold.
  if (draft.segment.opener === 'relative' && draft.frame === 'gain' && last.frame !== 'gain') return;
  last.places = draft.places;
  last.source = 'sentence';
  last.evidence += 2;
}

/** A verb of saying after و stands between the event before and this one. */
function startsNewStatement(text: SectionText, { segment }: Draft): boolean {
  const before = text.segments[segment.index - 1];
  return segment.opener === 'that' && before?.conjunction === true && before.names.has('say');
}

/** A dependent rule, or «القصف، استهدافها» with nothing new, speaks of the event before. */
export function isSameAsLast(text: SectionText, draft: Draft, last: Draft | null): boolean {
  if (last !== null && saysWhatWasHit(draft, last)) return true;
  if (last === null || draft.source === 'own' || draft.block !== null || last.block !== null) return false;
  if (last.segment.sentence !== draft.segment.sentence || strikesAhead(text, draft, last)) return false;
  if (draft.rule.dependent || finishesOff(draft, last)) return true;
  const elsewhere =
    draft.source === 'sentence' &&
    !draft.places.some((place) => last.places.some((one) => isSame(place, one)));
  const noun = draft.trigger.kind === 'noun';
  // «صدت هجوما …، كما قتل مدنيون | جراء استهداف البلدتين»: the cause of something else.
  const other = text.segments[draft.segment.index - 1]?.opener === 'connective' && draft.source === 'pointed';
  return (
    noun &&
    !elsewhere &&
    !other &&
    draft.segment.opener === 'cause' &&
    (draft.type === last.type || isMeans(draft, last))
  );
}

/** «وقع انفجار في حي (أ) | نجم عن استهداف ضابط في دمشق بعبوة»: the city of whom it was meant for. */
function saysWhatWasHit({ frame, segment, places, block }: Draft, last: Draft): boolean {
  if (frame !== 'blast' || last.frame !== 'blast' || block !== null || last.block !== null) return false;
  if (segment.opener !== 'effect' && segment.opener !== 'cause') return false;
  if (last.lastSegment !== segment.index - 1 || last.segment.sentence !== segment.sentence) return false;
  const [city, another] = places;
  const quarter = last.places[0]?.place;
  if (city?.place == null || another !== undefined || quarter == null) return false;
  return city.place.level === 'adm1'
    ? city.governorate === last.places[0]?.governorate
    : quarter.parent === city.place.id;
}

/** «سلاح الجو يدمر آليات في الشولا | ويقضي على العشرات منهم»: whom the fire just told killed. */
function finishesOff({ rule, segment }: Draft, last: Draft): boolean {
  return rule.id === 'eliminated' && segment.conjunction && last.frame === 'fire';
}

/** «غارات على تلبيسة …، واستشهد خمسة جراء غارة | استهدفت السخنة»: the verb that follows says where this one was. */
function strikesAhead(text: SectionText, { segment, frame }: Draft, last: Draft): boolean {
  const next = text.segments[segment.index + 1];
  if (frame !== 'fire' || segment.opener !== 'cause' || next?.sentence !== segment.sentence) return false;
  if (next.opener !== 'verb' || next.conjunction || !next.names.has('extends')) return false;
  const places = usablePlaces(text, next).filter(({ use }) => use === 'location');
  return places.length > 0 && !places.some((place) => last.places.some((one) => isSame(place, one)));
}

function isSame(a: PlaceFound, b: PlaceFound): boolean {
  return a === b || (a.place !== null && a.place.id === b.place?.id);
}

/** «دمروا دبابة بعد استهدافها بصاروخ»: the cause tells with what. */
function isMeans(draft: Draft, last: Draft): boolean {
  if (draft.type === 'air_drone_strike') return false;
  // «استهدفوا الحاجز عبر إطلاق نار مباشر».
  if (draft.rule.id === 'shots') return ['clash', 'fire', 'harm'].includes(last.frame);
  return draft.frame === 'fire' && (last.frame === 'clash' || last.frame === 'fire');
}

export function absorb(last: Draft, draft: Draft): void {
  for (const weapon of draft.weapons) last.weapons.add(weapon);
  last.lastSegment = draft.segment.index;
  last.civilians ||= draft.civilians;
  if (last.initiators.length + last.participants.length === 0) {
    last.initiators = draft.initiators;
    last.participants = draft.participants;
  }
  if (last.targets.length === 0 && last.frame !== 'clash') last.targets = draft.targets;
}

export function addWeapons(weapons: Set<Weapon>, segment: SegmentText): void {
  for (const weapon of segment.weapons) weapons.add(weapon.id);
  for (const actor of segment.actors) if (actor.via) weapons.add(actor.via);
}

/** «وقصف متبادل على»: a noun joined to what it goes with. */
function isJoinedNoun(text: SectionText, { segment, trigger }: Draft): boolean {
  if (trigger.at !== segment.first || !segment.conjunction || segment.actors.length > 0) return false;
  return text.mark(trigger.at).words.some(({ kind, definite }) => kind === 'noun' && !definite);
}

/**
 * «أغار الطيران وألقى البراميل وقصفت الحواجز أحياء المدينة»: verbs joined by و share the object of the last, and
 * «حيث ألقى … على المدينة» says where the raids before it were.
 */
export function shareForward(text: SectionText, draft: Draft, before: readonly Draft[]): void {
  if (
    draft.block !== null ||
    draft.frame !== 'fire' ||
    (draft.source !== 'own' && draft.source !== 'pointed')
  )
    return;
  const explains = text.token(draft.segment.first).norm.endsWith('حيث');
  if (!draft.segment.conjunction && !explains) return;
  let next = draft;
  for (let i = before.length - 1; i >= 0; i--) {
    const last = before[i] as Draft;
    const fight = last.type === 'armed_clash' && last.trigger.kind === 'noun' && isJoinedNoun(text, next);
    if ((last.frame !== 'fire' && !fight) || last.block !== null || last.segment.opener === 'cause') return;
    if (!['event', 'before', 'none'].includes(last.source)) return;
    if (last.segment.sentence !== draft.segment.sentence || last.lastSegment !== next.segment.index - 1)
      return;
    last.places = draft.places;
    last.source = draft.source;
    last.evidence = Math.max(last.evidence, draft.evidence);
    // «اشتباكات وقصف متبادل على محور …»: the shelling is part of the fight.
    if (fight && draft.type === 'shelling_artillery_missile') draft.source = 'event';
    if (!last.segment.conjunction) return;
    next = last;
  }
}
