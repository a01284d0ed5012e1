/**
 * Makes one event of what is told twice: shelling that is part of a clash, a fight that only leads up to ground taken, a
 * blast or a massacre that the text explains, forces that leave what another took.
 */
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import { type Draft, haveSameInitiator } from './drafts.ts';
import { isBombers, isHeardFirst, isOnlyAimed, isToldAsFire } from './rumours.ts';
import { placeKey } from './siting.ts';

/** Drafts that open events of their own, after folding. `drafts` in text order; `news`: under no heading. */
export function foldDrafts(drafts: readonly Draft[], news = false): Draft[] {
  const open = drafts.filter(({ block }) => block === null);
  const kept: Draft[] = [];
  for (const [at, draft] of open.entries()) {
    const clash = clashFor(draft, kept);
    if (clash) {
      for (const weapon of draft.weapons) clash.weapons.add(weapon);
      clash.casualties.push(...draft.casualties);
      clash.civilians ||= draft.civilians;
    } else if (
      !leadsToGain(draft, kept) &&
      !clearsTheWay(draft, open) &&
      !softensUp(draft, kept) &&
      !isDrivenBack(draft, kept) &&
      !isTurnedOnThem(draft, kept) &&
      !isThrownNext(draft, open, at) &&
      !isKilledNext(draft, open, at) &&
      !isHowTheyDied(draft, kept) &&
      !isSteppingStone(draft, open) &&
      !isRetreat(draft, open) &&
      !isToldAlready(draft, kept) &&
      !isMeantBy(draft, open) &&
      !isRaidForArrests(draft, open) &&
      !isWayIn(draft, open) &&
      !isLedAway(draft, kept) &&
      !isRaidOfKillers(draft, open) &&
      !isOccasion(draft, open) &&
      !isHowTaken(draft, kept) &&
      !isExplained(draft, open) &&
      !isSetOff(draft, kept) &&
      !isAnswered(draft, open) &&
      !isMadeClear(draft, open) &&
      !isTakenAnyway(draft, open) &&
      !(news && isWon(draft, at, open)) &&
      !isOnlyAimed(draft, open) &&
      !isHeardFirst(draft, open) &&
      !isBombers(draft, open) &&
      !isToldAsFire(draft, open)
    )
      kept.push(draft);
  }
  return kept;
}

/** Whether one is told in the sentence of a draft. */
function isInSentenceOf(draft: Draft, one: Draft): boolean {
  return one.segment.sentence === draft.segment.sentence;
}

/** … and after it. */
function followsInSentence(draft: Draft, one: Draft): boolean {
  return isInSentenceOf(draft, one) && one.segment.index > draft.segment.index;
}

function isAtOnePlace(a: Draft, b: Draft): boolean {
  const keys = new Set(a.places.map(placeKey));
  return b.places.some((place) => keys.has(placeKey(place)));
}

/** Gives the people of a draft to the event that it is part of; whether there is one. */
function handOver({ casualties }: Draft, event: Draft | undefined): boolean {
  event?.casualties.push(...casualties);
  return event !== undefined;
}

/** The clash that a shelling is part of: the same sentence, no place or toll of its own, or told as going with it. */
function clashFor(draft: Draft, kept: readonly Draft[]): Draft | null {
  if (draft.type !== 'shelling_artillery_missile') return null;
  if (draft.casualties.length > 0 && !costsFighters(draft)) return null;
  for (let i = kept.length - 1; i >= 0; i--) {
    const one = kept[i] as Draft;
    if (!isInSentenceOf(draft, one)) return null;
    if (one.type !== 'armed_clash' || one.frame !== 'clash' || one.rule.id === 'destroyed') continue;
    // «ثم سقط صاروخ على أطراف البلدة»: what falls by itself is no part of a fight.
    const falls = draft.rule.id === 'shells-fall' && draft.trigger.kind === 'past';
    const goesWith = draft.segment.names.has('occur') || (draft.segment.opener !== 'verb' && !falls);
    const near = draft.segment.index - one.lastSegment <= 2;
    if (draft.source !== 'own' && near) return one;
    return goesWith && near && isAtOnePlace(draft, one) ? one : null;
  }
  return null;
}

const CIVIL_GROUPS: readonly CasualtyGroup[] = ['civilians', 'children', 'women'];

/** «اشتباكات …، وسط قصف مدفعي، وأقرت "قسد" بمقتل 5 من عناصرها»: the dead are those of the fight. */
function costsFighters({ casualties, targets }: Draft): boolean {
  if (!targets.some(({ side }) => side !== 'civilians')) return false;
  return casualties.every(({ finding: { groups, killed, zero } }) => {
    return !zero && killed !== null && CIVIL_GROUPS.every((group) => groups[group] === undefined);
  });
}

/** «سيطروا على القرية بعد معارك»: the fight is how the ground was taken. */
function leadsToGain(draft: Draft, kept: readonly Draft[]): boolean {
  if (draft.type !== 'armed_clash' || draft.source === 'own') return false;
  const last = kept.findLast((one) => isInSentenceOf(draft, one) && one.frame === 'gain');
  if (last === undefined || last.type === 'attack') return false;
  if (last !== kept.at(-1) && !isAtOnePlace(draft, last)) return false;
  for (const weapon of draft.weapons) last.weapons.add(weapon);
  if (last.targets.length === 0) {
    last.targets = draft.participants.filter((actor) => !last.initiators.some((own) => own.id === actor.id));
  }
  return handOver(draft, last);
}

/** «سيطروا على القرية بعد انسحاب … منها»: whoever left made way for those who took it. */
function clearsTheWay(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.frame !== 'loss' || draft.segment.opener !== 'cause') return false;
  return drafts.some((one) => one.frame === 'gain' && isInSentenceOf(draft, one));
}

/** «سيطرت القوات على المدينة بعد قصف عنيف»: the guns that went before those who took it. */
function softensUp(draft: Draft, kept: readonly Draft[]): boolean {
  if (draft.type !== 'shelling_artillery_missile' || draft.segment.opener !== 'cause') return false;
  if (draft.source === 'own' || draft.casualties.length > 0 || draft.trigger.kind !== 'noun') return false;
  const gain = kept.at(-1);
  if (gain?.frame !== 'gain' || !isInSentenceOf(draft, gain)) return false;
  for (const weapon of draft.weapons) gain.weapons.add(weapon);
  return true;
}

/** «دارت اشتباكات | انتهت بدحرهم»: attackers driven back, and no ground of theirs. */
function isDrivenBack(draft: Draft, kept: readonly Draft[]): boolean {
  if (draft.frame !== 'gain' || draft.trigger.lemma !== 'طرد' || draft.source === 'own') return false;
  // «انتهت بطردهم من المدينة»: from where is told.
  if (draft.segment.last > draft.trigger.at + 1) return false;
  const fight = kept.findLast((one) => isInSentenceOf(draft, one) && one.type === 'armed_clash');
  return handOver(draft, fight);
}

/** How many sentences after an ambush what it was carried out with may be told. */
const THEM_REACH = 1;

/** «نصبوا كمينا لحافلة. … حاصروا الحافلة وأمطروها بالرصاص والقذائف»: the fire of the ambush just told. */
function isTurnedOnThem(draft: Draft, kept: readonly Draft[]): boolean {
  if (draft.trigger.lemma !== 'أمطر' || draft.frame !== 'fire' || draft.source === 'own') return false;
  const fight = kept.findLast(
    (one) => one.type === 'armed_clash' && one.segment.sentence + THEM_REACH >= draft.segment.sentence,
  );
  return fight !== undefined && isAtOnePlace(draft, fight) && handOver(draft, fight);
}

const KILLS: ReadonlySet<Draft['frame']> = new Set(['fire', 'blast', 'clash']);

/** «أن 15 مدنيا قتلوا | وأصيب ستة في غارات على (أ)»: they died of what the next words tell. */
function isKilledNext(draft: Draft, open: readonly Draft[], at: number): boolean {
  const next = open[at + 1];
  if (draft.rule.id !== 'killed-by-forces' || draft.source === 'own' || next === undefined) return false;
  const { segment } = next;
  const joined = segment.conjunction && segment.names.has('أصيب') && KILLS.has(next.frame);
  return (
    joined &&
    segment.index === draft.segment.index + 1 &&
    isInSentenceOf(draft, next) &&
    handOver(draft, next)
  );
}

/** «حصيلة برميلين متفجرين | ألقتهما مروحية على حي (أ)»: bombs whose place the next words tell. */
function isThrownNext(draft: Draft, open: readonly Draft[], at: number): boolean {
  const next = open[at + 1];
  // «قتل فلان بعبوة | انفجرت بسيارته في (أ)»
  const planted = draft.rule.id === 'planted' || draft.rule.id === 'grenade';
  const fits = draft.frame === 'fire' ? draft.trigger.kind === 'noun' : draft.frame === 'blast' && planted;
  if (!fits || draft.source === 'own') return false;
  if (next === undefined || next.frame !== draft.frame || next.source !== 'own') return false;
  const { index, opener, conjunction, sentence } = next.segment;
  const goesOn = index === draft.segment.index + 1 && opener === 'verb' && !conjunction;
  return goesOn && sentence === draft.segment.sentence && handOver(draft, next);
}

/** «عثر على جثة عنصر | اختطفه مسلحون قبل أيام»: what befell the dead man before. */
function isHowTheyDied(draft: Draft, kept: readonly Draft[]): boolean {
  const found = kept.at(-1);
  if (draft.frame !== 'seizure' || draft.source === 'own' || found?.rule.id !== 'body-found') return false;
  return isInSentenceOf(draft, found);
}

/** «واصل الجيش تقدمه في ريف حماة | وأحكم سيطرته على قرية معان»: the advance is told by what it took. */
function isSteppingStone(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'advance') return false;
  return handOver(
    draft,
    drafts.find(
      (one) =>
        one.frame === 'gain' &&
        followsInSentence(draft, one) &&
        haveSameInitiator(draft, one) &&
        one.places.some(({ governorate }) => draft.places.some((place) => place.governorate === governorate)),
    ),
  );
}

/** How many sentences after their attack the attackers may be said to leave. */
const RETREAT_REACH = 2;

/** «هاجم التنظيم نقطة … قبيل انسحابه باتجاه البادية»: attackers who go again held nothing that they could give up. */
function isRetreat(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.frame !== 'loss' || draft.source === 'own') return false;
  const attack = drafts.find(
    (one) =>
      (one.type === 'armed_clash' || one.frame === 'raid' || one.frame === 'seizure') &&
      one.segment.index < draft.segment.index &&
      one.segment.sentence + RETREAT_REACH >= draft.segment.sentence &&
      (haveSameInitiator(draft, one) ||
        // «هاجم مقاتلون المطار لساعات قبل أن ينسحبوا»: those who attacked.
        (draft.initiators.length === 0 && (one.frame !== 'clash' || isInSentenceOf(draft, one)))),
  );
  return handOver(draft, attack);
}

/** «بعد اقتحام القرية»: why something happened, at a place whose fight is told already. */
function isToldAlready(draft: Draft, kept: readonly Draft[]): boolean {
  if (draft.segment.opener !== 'cause' || !['clash', 'raid', 'gain'].includes(draft.frame)) return false;
  const told = kept.find(
    (one) =>
      (draft.frame === 'gain' ? one.frame === 'gain' : ['clash', 'raid', 'gain'].includes(one.frame)) &&
      isAtOnePlace(draft, one),
  );
  // «الفصائل تحبط هجوما على الكبينة. قتل سبعة خلال اشتباكات في الكبينة»: with its dead.
  return handOver(draft, told);
}

/** «محاولة اغتيال … حيث انفجرت عبوة»: the blast that follows is how it was done. */
function isMeantBy(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.frame !== 'harm' || draft.source === 'own' || draft.casualties.length > 0) return false;
  return drafts.some((one) => one.frame === 'blast' && followsInSentence(draft, one));
}

/** «القوات ترتكب مجزرة في …»: the raids or shells told of the same place made it. */
function isMadeClear(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'massacre' || draft.type !== 'attack') return false;
  const maker = drafts.find(
    (one) =>
      (one.frame === 'fire' || one.frame === 'blast') &&
      isAtOnePlace(draft, one) &&
      // «ارتفع عدد ضحايا مجزرة كذا إلى 36 بعد غارات استهدفتها»: with its dead only in the same sentence.
      (draft.casualties.length === 0 ||
        isInSentenceOf(draft, one) ||
        countsAsMany(draft, one) ||
        hasRisen(draft, one)),
  );
  return handOver(draft, maker);
}

/** «عدد شهداء المجزرة في (أ) إلى 23. … 23 شهيدا قضوا جراء قصف على (أ)»: the same dead, told of each. */
function countsAsMany({ casualties }: Draft, { casualties: others }: Draft): boolean {
  const dead = casualties.find(({ finding }) => finding.killed !== null)?.finding.killed;
  if (dead?.low == null || dead.low < 2) return false;
  return others.some(({ finding: { killed } }) => killed?.low === dead.low);
}

/** «قتل 20 بغارة على (أ). واستقرت حصيلة المجزرة في (أ) عند 26»: more of the same dead. */
function hasRisen({ casualties, segment }: Draft, { casualties: others, segment: its }: Draft): boolean {
  if (its.index > segment.index) return false;
  const now = casualties.find(({ finding: { running, killed } }) => running && killed !== null)?.finding
    .killed;
  return others.some(
    ({ finding: { killed } }) => (killed?.low ?? 0) > 1 && (killed?.low ?? 0) <= (now?.low ?? 0),
  );
}

/** Forces that storm a place, or leave it, where the text tells that it was taken: one change of hands. */
function isTakenAnyway(draft: Draft, drafts: readonly Draft[]): boolean {
  const enters = draft.frame === 'raid' && draft.type === 'other_strategic';
  const leaves =
    draft.frame === 'loss' && draft.rule.id === 'peaceful-handover' && !draft.segment.names.has('peaceful');
  if ((!enters && !leaves) || draft.places.length === 0) return false;
  return drafts.some((one) => one.frame === 'gain' && isAtOnePlace(draft, one));
}

/** «واصلوا المعركة في الحي وسيطروا على أبنية فيه», «اقتحموا البلدة وسيطروا عليها», «دخلت القوات المدينة وسيطرت عليها»: how the ground was taken that the sentence goes on to tell. */
function isWayIn(draft: Draft, drafts: readonly Draft[]): boolean {
  const enters =
    draft.frame === 'raid' ||
    draft.rule.id === 'forces-enter' ||
    draft.rule.id === 'column' ||
    (draft.type === 'armed_clash' && draft.frame === 'clash');
  if (!enters || draft.places.length === 0) return false;
  const gain = drafts.find(
    (one) =>
      (one.frame === 'gain' || one.type === 'attack') &&
      one.segment.index === draft.segment.index + 1 &&
      one.segment.opener === 'verb' &&
      one.segment.conjunction &&
      followsInSentence(draft, one) &&
      isAtOnePlace(draft, one),
  );
  if (gain === undefined) return false;
  // «هاجموا (أ) و(ب) وسيطروا على الأولى»: the fight for the other is told too.
  const won = new Set(gain.places.map(placeKey));
  const left = draft.places.filter((place) => !won.has(placeKey(place)));
  if (left.length === 0) return handOver(draft, gain);
  draft.places = left;
  return false;
}

/** «قتلوا 24 مدنيا في (أ) بعد مداهمة منازلهم», «مجزرة في (أ) إثر اقتحامها»: how the killers came to those they killed. */
function isRaidOfKillers(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.frame !== 'raid' || draft.source === 'own' || draft.segment.opener !== 'cause') return false;
  const killing = drafts.findLast(
    (one) =>
      (one.type === 'attack' || one.type === 'sexual_violence') &&
      one.segment.index < draft.segment.index &&
      isInSentenceOf(draft, one),
  );
  return handOver(draft, killing);
}

/** «اختطفوا ثماني نساء | واقتادوهن إلى البادية»: where those were brought who were just told to be taken. */
function isLedAway(draft: Draft, kept: readonly Draft[]): boolean {
  const taken = kept.at(-1);
  if (draft.frame !== 'seizure' || taken?.frame !== 'seizure' || draft.casualties.length > 0) return false;
  if (draft.trigger.lemma !== 'اعتقل' || !draft.segment.conjunction || draft.segment.opener !== 'verb')
    return false;
  return isInSentenceOf(draft, taken) && !draft.segment.names.has('civil');
}

const UPON_CROWDS: ReadonlySet<string> = new Set([
  'excessive_force_against_protesters',
  'protest_with_intervention',
  'violent_demonstration',
]);

/** «قتل متظاهران برصاص الأمن في (أ) | أثناء مظاهرة خرجت بعد الصلاة»: the crowd that the sentence told of. */
function isOccasion(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.type !== 'peaceful_protest' || draft.segment.opener !== 'cause') return false;
  const crowd = drafts.find((one) => UPON_CROWDS.has(one.type) && isInSentenceOf(draft, one));
  if (
    crowd === undefined ||
    (draft.source === 'own' && crowd.source === 'own' && !isAtOnePlace(draft, crowd))
  )
    return false;
  if (crowd.source !== 'own' && draft.source === 'own') {
    crowd.places = draft.places;
    crowd.source = draft.source;
    crowd.evidence = Math.max(crowd.evidence, draft.evidence);
  }
  return handOver(draft, crowd);
}

/** How many sentences after an attack the attackers may be said to have taken a place. */
const WON_REACH = 4;

/** «شنت الفصائل هجوما على قرى … وحررت الفصائل قريتي …»: the attack is how those that it won were taken. */
function isWon(draft: Draft, at: number, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'assault' || draft.type !== 'armed_clash' || draft.initiators.length === 0)
    return false;
  for (let i = at + 1; i < drafts.length; i++) {
    const one = drafts[i] as Draft;
    if (one.segment.sentence > draft.segment.sentence + WON_REACH) break;
    if (one.frame !== 'gain' || !haveSameInitiator(draft, one)) continue;
    const won = new Set(one.places.map(placeKey));
    const left = draft.places.filter((place) => !won.has(placeKey(place)));
    if (left.length === draft.places.length) continue;
    draft.places = left;
    if (left.length > 0) continue;
    return handOver(draft, one);
  }
  return false;
}

/** «هز انفجاران المدينة جراء سقوط صاروخين»: the fire that follows is what blew up. */
function isExplained(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'blast' || draft.trigger.lemma !== 'انفجر') return false;
  // «قتل رجل في (أ) إثر انفجار لغم، وآخر في (ب) جراء قصف»: what is a cause itself.
  if (draft.segment.opener === 'cause') return false;
  const cause = drafts.find(
    (one) =>
      one.frame === 'fire' &&
      ((one.segment.opener === 'cause' && !isElsewhere(draft, one)) || isWhatWasHeard(draft, one)) &&
      followsInSentence(draft, one),
  );
  if (cause === undefined) return false;
  // «هزت انفجارات مدينة (أ)، نتيجة غارات»: the fire is told as surely as what was heard of it, and where.
  cause.evidence = Math.max(cause.evidence, draft.evidence);
  if (cause.source === 'event') cause.source = draft.source;
  return handOver(draft, cause);
}

/** «انفجرت عبوة في كفرنبل، فيما قتل ستة جراء غارة على سرمين»: each is told of a place of its own. */
function isElsewhere(blast: Draft, fire: Draft): boolean {
  // «قضى طفلان في (أ) إثر انفجار لغم، بينما استشهدت امرأة جراء قصف على (ب)»
  const told = blast.source === 'own' || blast.source === 'sentence';
  return told && fire.source === 'own' && !isAtOnePlace(blast, fire);
}

/** «قصفت الطائرات مستودعا، ما أدى إلى انفجار الذخائر»: what blew up in the fire just told is no charge. */
function isSetOff(draft: Draft, kept: readonly Draft[]): boolean {
  const { opener, conjunction, names } = draft.segment;
  if (draft.rule.id !== 'blast' || draft.weapons.size > 0) return false;
  // «نفذ الطيران غارات على (أ)، وسمعت انفجارات قوية»
  const heard = names.has('سمع') && draft.source !== 'own' && draft.casualties.length === 0;
  if (heard && kept.some((one) => one.frame === 'fire' && isInSentenceOf(draft, one))) return true;
  // «تعرض حاجز لهجوم أعقبه دوي انفجارات»: heard in the attack.
  const follows = opener === 'verb' && !conjunction && names.has('رافق') && draft.source !== 'own';
  if (opener !== 'effect' && !follows) return false;
  const fire = kept.at(-1);
  const is = fire?.frame === 'fire' || (follows && fire?.frame === 'clash');
  if (fire === undefined || !is || !isInSentenceOf(draft, fire)) return false;
  return handOver(draft, fire);
}

/** «أطلقت قذيفة على نقطة في (أ)، فردت | ودارت بين الجانبين اشتباكات»: the shell with which a fight there began. */
function isAnswered(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'shells-fall' || draft.casualties.length > 0 || draft.places.length > 1) return false;
  const fight = drafts.find(
    (one) =>
      one.rule.id === 'clash' &&
      one.source !== 'own' &&
      followsInSentence(draft, one) &&
      isAtOnePlace(draft, one),
  );
  if (fight === undefined || draft.trigger.lemma !== 'أطلق') return false;
  for (const weapon of draft.weapons) fight.weapons.add(weapon);
  fight.evidence = Math.max(fight.evidence, draft.evidence);
  if (fight.initiators.length + fight.participants.length === 0)
    fight.participants = [...draft.initiators, ...draft.targets];
  return true;
}

/** «سمع دوي انفجارين، قالت مصادر إنهما ناجمان عن سقوط صاروخين»: shells, where no charge is told. */
function isWhatWasHeard(blast: Draft, { rule, segment }: Draft): boolean {
  if (blast.weapons.size > 0 || segment.conjunction) return false;
  return rule.id === 'shells-fall' || rule.id === 'by-shells';
}

/** «خطف شابان قرب عرى | حيث داهمهم مسلحون في مزرعة»: how they were taken, and by whom. */
function isHowTaken(draft: Draft, kept: readonly Draft[]): boolean {
  const taken = kept.at(-1);
  if (draft.frame !== 'raid' || draft.source === 'own' || taken?.frame !== 'seizure') return false;
  if (!isInSentenceOf(draft, taken)) return false;
  if (taken.initiators.length === 0) taken.initiators = draft.initiators;
  return true;
}

/** «داهمت البلدة واعتقلت»: the raid is how the arrests were made. */
function isRaidForArrests(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'forces-enter' && (draft.frame !== 'raid' || draft.type !== 'other_strategic'))
    return false;
  const arrests = drafts.find(
    (one) =>
      (one.type === 'arrests' || one.type === 'abduction_forced_disappearance') &&
      followsInSentence(draft, one),
  );
  // «توغلت في قريتي (أ) و(ب) | واعتقلت ثلاثة»: in both.
  if (arrests !== undefined && arrests.source !== 'own' && isAtOnePlace(arrests, draft)) {
    arrests.places = draft.places;
    arrests.evidence = Math.max(arrests.evidence, draft.evidence);
    if (arrests.initiators.length === 0) arrests.initiators = draft.initiators;
  }
  return arrests !== undefined;
}
