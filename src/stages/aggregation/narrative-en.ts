/** The day in a few English sentences: neutral words, ranges said as ranges. */
import { romanise } from '../../arabic/romanise.ts';
import type { Count } from '../../model/mention.ts';
import type { NashraEvent, SummaryContent } from '../../model/summary.ts';
import type { CasualtyGroup, EventType } from '../../model/vocabulary.ts';
import { namedWeapons, planNarrative } from './narrative-plan.ts';
import { TYPE_WORDS, WEAPON_WORDS } from './narrative-words-en.ts';
import { opponents } from './opponents.ts';
import { type SummaryKnowledge, scopeName } from './summary-knowledge.ts';

const AMONG: readonly (readonly [CasualtyGroup, string, string])[] = [
  ['civilians', 'civilian', 'civilians'],
  ['children', 'child', 'children'],
  ['women', 'woman', 'women'],
  ['journalists', 'journalist', 'journalists'],
  ['medical_aid_workers', 'medical or aid worker', 'medical or aid workers'],
];

/** «Saturday 4 July 2015». */
export function englishDate(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(day);
  return `${part({ weekday: 'long' })} ${part({ day: 'numeric', month: 'long', year: 'numeric' })}`;
}

export function narrateEnglish(
  content: SummaryContent,
  events: readonly NashraEvent[],
  knowledge: SummaryKnowledge,
): string {
  const national = content.governorate.id === knowledge.country;
  const where = national ? content.governorate.en : `${content.governorate.en} governorate`;
  const when = `on ${englishDate(content.date)}`;
  const told = toldTotals(content);
  if (events.length === 0) return [`No events are recorded in ${where} ${when}.`, ...told].join(' ');
  const plan = planNarrative(content, events);
  const one = events.length === 1;
  const kinds = plan.types.map(([type, n]) => `${TYPE_WORDS[type][1]} (${n})`);
  const sentences = [
    `${one ? 'One event is' : `${events.length} events are`} recorded in ${where} ${when}${
      kinds.length > 0 ? `, mostly ${joined(kinds)}` : ''
    }.`,
    ...total(content),
    ...told,
    ...plan.leading.map((event) => eventSentence(event, national, knowledge)),
  ];
  if (plan.otherPlaces.length > 0) {
    const names = plan.otherPlaces.map(englishName);
    sentences.push(
      `Other events are reported from ${joined(plan.moreElsewhere ? [...names, 'elsewhere'] : names)}.`,
    );
  }
  return sentences.join(' ');
}

/** A place for English text: its English name, or else its Arabic one in Latin letters. */
export function englishName({
  name,
  nameEn,
}: {
  readonly name: string;
  readonly nameEn: string | null;
}): string {
  return nameEn ?? (romanise(name) || name);
}

function joined(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** «3», «at least 3», «between 3 and 5». Null where nothing is told, or nothing but that there were some. */
function amount(count: Count | null): string | null {
  if (!count) return null;
  const { low, best, high } = count;
  if (low !== null && high !== null && low !== high) return `between ${low} and ${high}`;
  const least = low ?? best;
  if (least === null) return high === null ? null : `fewer than ${high + 1}`;
  if (high !== null) return least === 0 ? null : String(least);
  return least <= 1 ? null : `at least ${least}`;
}

function isZero(count: Count | null): boolean {
  return count !== null && count.low === 0 && count.high === 0;
}

function total(content: SummaryContent): string[] {
  const killed = amount(content.killed);
  const injured = amount(content.injured);
  const parts = [...(killed ? [`${killed} killed`] : []), ...(injured ? [`${injured} injured`] : [])];
  if (parts.length === 0) return [];
  return [`The reported toll is ${joined(parts)}${among(content.groups)}.`];
}

function among(groups: SummaryContent['groups']): string {
  const parts = AMONG.flatMap(([group, one, many]) => {
    const n = amount(groups[group]?.killed ?? null);
    return n ? [`${n} ${n === '1' ? one : many}`] : [];
  });
  return parts.length === 0 ? '' : `, with ${joined(parts)} among the dead`;
}

function toldTotals(content: SummaryContent): string[] {
  const totals = [...new Set(content.tolls.flatMap(({ killed }) => amount(killed) ?? []))];
  return totals.length === 0 ? [] : [`Sources published an overall toll of ${totals.join('; ')} killed.`];
}

function eventSentence(event: NashraEvent, national: boolean, knowledge: SummaryKnowledge): string {
  const place = placeName(event, national, knowledge);
  const what =
    event.group === 'battles'
      ? `${TYPE_WORDS[event.type][0]}${parties(event, knowledge)}${weapons(event)}`
      : `${TYPE_WORDS[event.type][0]}${weapons(event)}${parties(event, knowledge)}`;
  const toll = tollPhrase(event);
  if (event.type === 'government_regains_territory' || event.type === 'non_state_actor_overtakes_territory') {
    const cost = toll ? `, and left ${toll}` : '';
    return `${capital(place)}, the fighting ended with ${taker(event, knowledge)} in control${cost}${sources(event, knowledge)}.`;
  }
  const zero = isZero(event.killed) && isZero(event.injured) ? ', without casualties' : '';
  return toll
    ? `${capital(place)}, ${what} left ${toll}${zero}${sources(event, knowledge)}.`
    : `${capital(what)} ${isPlural(event.type) ? 'are' : 'is'} reported ${place}${zero}${sources(event, knowledge)}.`;
}

function taker(event: NashraEvent, knowledge: SummaryKnowledge): string {
  const names = opponents(event).one.map((id) => knowledge.actorName(id)?.en ?? id);
  return names.length > 0 ? joined(names) : 'one of the parties';
}

function isPlural(type: EventType): boolean {
  const [noun] = TYPE_WORDS[type];
  return noun.endsWith('s');
}

function placeName(event: NashraEvent, national: boolean, knowledge: SummaryKnowledge): string {
  const governorate = scopeName(event.governorate, knowledge).en;
  if (!event.place) return `at an unnamed place in ${governorate}`;
  const name = englishName(event.place);
  const near = event.geoPrecision === 2 ? 'near' : 'in';
  return `${near} ${name}${national && name !== governorate ? ` (${governorate})` : ''}`;
}

function parties(event: NashraEvent, knowledge: SummaryKnowledge): string {
  const { one, other } = opponents(event);
  const names = (ids: readonly string[]) => joined(ids.map((id) => knowledge.actorName(id)?.en ?? id));
  if (one.length === 0) return '';
  if (other.length > 0 && event.type === 'armed_clash') return ` between ${names(one)} and ${names(other)}`;
  if (event.group === 'battles') return ` involving ${names(one)}`;
  return event.group === 'explosions' || event.group === 'violence_against_civilians'
    ? ` attributed to ${names(one)}`
    : ` involving ${names(one)}`;
}

function weapons(event: NashraEvent): string {
  const words = namedWeapons(event, WEAPON_WORDS).map((weapon) => WEAPON_WORDS[weapon] as string);
  return words.length === 0 ? '' : ` with ${joined(words)}`;
}

function tollPhrase(event: NashraEvent): string | null {
  const parts = [loss(event.killed, 'dead'), loss(event.injured, 'injured')].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return `${joined(parts)}${loss(event.killed, 'dead') ? among(event.groups) : ''}`;
}

/** Where a number was only hinted at, no number is made up. */
function loss(count: Count | null, word: string): string | null {
  if (!count || isZero(count)) return null;
  if (count.high === null && count.vague !== null) {
    if ((count.low ?? 0) >= 100 && count.vague.includes('مئات')) return `hundreds ${word}`;
    if (count.vague.includes('عشرات')) return `dozens ${word}`;
    if ((count.low ?? 0) <= 3) return `an unknown number ${word}`;
  }
  const n = amount(count);
  if (n === null) return `an unknown number ${word}`;
  return `${n} ${n === '1' ? 'person' : 'people'} ${word}`;
}

/** Sources have Arabic names only: the party that one speaks for is named. */
function speaker({ attributions }: NashraEvent, knowledge: SummaryKnowledge): string {
  const [party] = attributions.flatMap((name) => knowledge.speaksFor?.(name) ?? []);
  return (party && knowledge.actorName(party)?.en) ?? 'a party to the fighting';
}

function sources(event: NashraEvent, knowledge: SummaryKnowledge): string {
  if (event.modality === 'claimed') return `, according to ${speaker(event, knowledge)}`;
  return event.independentSources > 1 ? `, according to ${event.independentSources} independent sources` : '';
}
