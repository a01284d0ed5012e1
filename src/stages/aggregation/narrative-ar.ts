/** The day in a few Arabic sentences, as an editor would print it: neutral words, agreeing numbers, ranges as ranges. */
import type { NashraEvent, SummaryContent } from '../../model/summary.ts';
import { counted, DEAD, EVENTS, nounAfter, SOURCES, WOUNDED } from './arabic-counts.ts';
import { namedWeapons, planNarrative } from './narrative-plan.ts';
import { among, isZero, joined, quantity, tollPhrase } from './narrative-tolls-ar.ts';
import {
  MONTHS_AR,
  SINGLE_WEAPON_WORDS,
  TYPE_WORDS,
  WEAPON_WORDS,
  WEEKDAYS_AR,
} from './narrative-words-ar.ts';
import { opponents } from './opponents.ts';
import { type SummaryKnowledge, scopeName } from './summary-knowledge.ts';

/** «السبت 4 تموز/يوليو 2015». */
export function arabicDate(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return `${WEEKDAYS_AR[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS_AR[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

export function narrateArabic(
  content: SummaryContent,
  events: readonly NashraEvent[],
  knowledge: SummaryKnowledge,
): string {
  const national = content.governorate.id === knowledge.country;
  const where = national ? content.governorate.ar : `محافظة ${content.governorate.ar}`;
  const when = `يوم ${arabicDate(content.date)}`;
  const told = toldTotals(content);
  if (events.length === 0) return [`لا أحداث مسجلة في ${where} ${when}.`, ...told].join(' ');
  const plan = planNarrative(content, events);
  const sentences = [
    `${opening(events.length)} في ${where} ${when}${kinds(plan.types)}.`,
    ...total(content),
    ...told,
    ...plan.leading.map((event, index) => eventSentence(event, index, national, knowledge)),
  ];
  if (plan.otherPlaces.length > 0) {
    const names = plan.otherPlaces.map(({ name }) => name);
    sentences.push(`وشملت الأحداث الأخرى ${joined(plan.moreElsewhere ? [...names, 'مناطق غيرها'] : names)}.`);
  }
  return sentences.join(' ');
}

/** The verb agrees with the counted noun: «سُجّل حدثان», «سُجّلت 3 أحداث», «سُجّل 11 حدثاً». */
function opening(n: number): string {
  const verb = n >= 3 && nounAfter(n, EVENTS) === EVENTS.few ? 'سُجّلت' : 'سُجّل';
  return `${verb} ${counted(n, EVENTS)}`;
}

function kinds(types: readonly (readonly [NashraEvent['type'], number])[]): string {
  return types.length === 0
    ? ''
    : `، أبرزها ${joined(types.map(([type, n]) => `${TYPE_WORDS[type].kind} (${n})`))}`;
}

function total(content: SummaryContent): string[] {
  const parts = [
    quantity(content.killed, DEAD, 'nominative'),
    quantity(content.injured, WOUNDED, 'nominative'),
  ].filter((part) => part !== null);
  if (parts.length === 0) return [];
  return [`والحصيلة المعلنة ${joined(parts)}${among(content.groups, 'killed')}.`];
}

function toldTotals(content: SummaryContent): string[] {
  const totals = [
    ...new Set(content.tolls.flatMap(({ killed }) => quantity(killed, DEAD, 'nominative') ?? [])),
  ];
  return totals.length === 0 ? [] : [`وفي حصيلة إجمالية نشرتها المصادر: ${totals.join('، ')}.`];
}

function eventSentence(
  event: NashraEvent,
  index: number,
  national: boolean,
  knowledge: SummaryKnowledge,
): string {
  const place = `${placeName(event, knowledge)}${national ? inGovernorate(event, knowledge) : ''}`;
  const where = `${index === 0 ? 'ففي' : 'وفي'} ${place}`;
  const toll = tollPhrase(event);
  if (isCapture(event)) {
    const cost = toll ? `، وأسفر عن ${toll}` : '';
    return `${where} انتهى القتال بسيطرة ${taker(event, knowledge)}${cost}${sources(event)}.`;
  }
  const { noun, feminine } = TYPE_WORDS[event.type];
  const who = parties(event, feminine, knowledge);
  const what =
    event.group === 'battles' ? `${noun}${who}${weapons(event)}` : `${noun}${weapons(event)}${who}`;
  const verb = `${toll ? 'أسفر' : 'سُجّل'}${feminine ? 'ت' : ''}`;
  return `${where} ${verb} ${what}${toll ? ` عن ${toll}` : ''}${zero(event)}${sources(event)}.`;
}

function taker(event: NashraEvent, knowledge: SummaryKnowledge): string {
  const { one } = opponents(event);
  return one.length > 0 ? joined(one.map((id) => name(id, knowledge))) : 'أحد الأطراف';
}

function isCapture({ type }: NashraEvent): boolean {
  return type === 'government_regains_territory' || type === 'non_state_actor_overtakes_territory';
}

function placeName(event: NashraEvent, knowledge: SummaryKnowledge): string {
  if (!event.place) return `أماكن غير محددة من محافظة ${scopeName(event.governorate, knowledge).ar}`;
  return event.geoPrecision === 2 ? `محيط ${event.place.name}` : event.place.name;
}

function inGovernorate(event: NashraEvent, knowledge: SummaryKnowledge): string {
  const { ar } = scopeName(event.governorate, knowledge);
  return event.place && event.place.name !== ar ? ` (${ar})` : '';
}

function name(id: string, knowledge: SummaryKnowledge): string {
  const label = knowledge.actorName(id)?.ar ?? id;
  return label.replace(/ون(?=$| )/, 'ين');
}

function parties(event: NashraEvent, feminine: boolean, knowledge: SummaryKnowledge): string {
  const { one, other } = opponents(event);
  const names = (ids: readonly string[]) => joined(ids.map((id) => name(id, knowledge)));
  if (one.length === 0) return '';
  if (event.type === 'armed_clash') {
    return other.length > 0 ? ` بين ${names(one)} و${names(other)}` : ` شاركت فيها ${names(one)}`;
  }
  if (event.type === 'arrests') return ` نفذتها ${names(one)}`;
  if (event.group !== 'explosions' && event.group !== 'violence_against_civilians') return ` (${names(one)})`;
  return ` ${feminine ? 'نُسبت' : 'نُسب'} إلى ${names(one)}`;
}

const SINGLE_EVENTS = new Set<NashraEvent['type']>(['suicide_bomb', 'remote_explosive_ied', 'grenade']);

function weapons(event: NashraEvent): string {
  const single = SINGLE_EVENTS.has(event.type);
  const words = namedWeapons(event, WEAPON_WORDS).map(
    (weapon) => ((single && SINGLE_WEAPON_WORDS[weapon]) || WEAPON_WORDS[weapon]) as string,
  );
  if (words.length === 0) return '';
  return event.group === 'battles' ? ` استُخدمت فيها ${joined(words)}` : ` ب${joined(words)}`;
}

function zero(event: NashraEvent): string {
  return isZero(event.killed) && isZero(event.injured) ? '، ولم تُسجّل إصابات' : '';
}

function sources(event: NashraEvent): string {
  if (event.modality === 'claimed') {
    const [who] = event.attributions;
    return who ? `، بحسب ${who}` : '، بحسب أحد أطراف القتال';
  }
  return event.independentSources > 1 ? `، وفق ${counted(event.independentSources, SOURCES, 'oblique')}` : '';
}
