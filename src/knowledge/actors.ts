/**
 * Finds actors in tokens: the longest name at each place, the entry that bears it on the day of publication, and for
 * words that take up a name («التنظيم») the nearest actor before that they can mean. Offices and persons («رئيس
 * النظام») stop the match and give nothing.
 */
import type { Token, TokenRange } from '../arabic/token.ts';
import type { ActorForm, ActorIndex, ActorRecord } from './actor-index.ts';
import type { SurfaceCutter } from './surface.ts';
import type { TrieMatch } from './trie.ts';
import type { ActorFound } from './types.ts';

export interface ActorsRead {
  readonly actors: readonly ActorFound[];
  /** Runs that belong to a name of an actor or an operation: no place stands inside. */
  readonly names: readonly TokenRange[];
}

/** Actors of an article in text order, without overlap. `published` is `YYYY-MM-DD`. */
export function findActors(
  tokens: readonly Token[],
  cut: SurfaceCutter,
  published: string,
  index: ActorIndex,
): ActorsRead {
  const actors: ActorFound[] = [];
  const names: TokenRange[] = [];
  const lineage = new Lineage(index.records);
  let vague = false;
  for (let at = 0; at < tokens.length; at++) {
    const match = firstValid(tokens, at, published, index);
    if (!match) continue;
    const crossing = crossedBy(tokens, match, index);
    if (crossing >= 0) {
      at = crossing - 1;
      continue;
    }
    at = match.last;
    if (DRESS.test(tokens[match.first - 1]?.norm ?? '')) continue;
    const before = vague ? actors.at(-1) : undefined;
    const owned = before && leadsTo(tokens, before.last, match.first) ? before : null;
    if (!owned && match.form.kind === 'actor' && match.form.state && isWhere(tokens, match)) continue;
    const actor = toFound(match, cut, lineage);
    if (actor) {
      if (owned) actors.pop();
      actors.push(owned?.via ? withMeans(actor, owned, cut) : actor);
      vague = match.form.kind !== 'none' && match.form.generic;
    }
    if (isName(match.form)) names.push(cut(match.first, match.last));
  }
  return { actors, names };
}

/** «متخفين بزي الجيش الحر»: what they wear is not who they are. */
const DRESS = /^و?[بل]?(?:زي|زيا|لباس|ملابس|بزات|بدلات)$/;

interface ValidMatch {
  readonly first: number;
  readonly last: number;
  readonly prefix: string;
  readonly form: ActorForm;
}

/** The longest name, if it is anybody's that day: a shorter one inside it would be a misreading. */
function firstValid(
  tokens: readonly Token[],
  at: number,
  published: string,
  index: ActorIndex,
): ValidMatch | null {
  const longest = index.trie.longest(tokens, at);
  const form = longest && validForm(longest, published);
  if (!longest) return null;
  return { first: longest.first, last: longest.last, prefix: longest.prefix, form: form ?? NOBODY };
}

/** «عناصر الجيش السوري الحر»: a name that starts inside and goes on farther is the right one; -1 where none does. */
function crossedBy(tokens: readonly Token[], match: ValidMatch, index: ActorIndex): number {
  for (let at = match.first + 1; at <= match.last; at++) {
    const inner = index.trie.longest(tokens, at);
    if (inner && inner.prefix === '' && inner.last > match.last) return at;
  }
  return -1;
}

const NOBODY: ActorForm = Object.freeze({ kind: 'none', alsoNoPlace: false });

function validForm(match: TrieMatch<ActorForm>, published: string): ActorForm | null {
  for (const form of match.values) {
    if (form.kind !== 'actor' || (form.from <= published && published <= form.to)) return form;
  }
  return null;
}

function toFound(match: ValidMatch, cut: SurfaceCutter, lineage: Lineage): ActorFound | null {
  const { form } = match;
  if (form.kind === 'none') return null;
  const isNamed = form.kind === 'actor';
  const actor = isNamed ? form.actor : (takenUp(form, lineage) ?? form.otherwise);
  if (!actor) return null;
  if (isNamed) lineage.add(actor);
  const { first, last, start, end, surface } = cut(match.first, match.last);
  return {
    first,
    last,
    start,
    end,
    surface,
    id: actor.code,
    entry: actor.id,
    side: actor.side,
    interaction: actor.interaction,
    via: isNamed ? form.via : null,
    political: (isNamed && form.political) || undefined,
    uncertain: (isNamed && form.uncertain) || undefined,
    anaphor: !isNamed || undefined,
    speaker: undefined,
  };
}

/** «روسيا» as a party is still a place's name; «جيش الإسلام» and «درع الفرات» are not. */
function isName(form: ActorForm): boolean {
  if (form.kind === 'none') return form.alsoNoPlace;
  return form.kind === 'actor' && !form.state;
}

/** Normalised words that lead from people of some kind to whose they are. */
const LEADING: ReadonlySet<string> = new Set(
  'من تابع التابع تابعتان تابعتين تابعه تابعين تابعون التابعه التابعين التابعون تتبع يتبعون ينتمون تنتمي المنتمين المنتميه منتمين الي ل مرتبطه المرتبطه ما يسمي وخاصه ولا سيما بينهم وبينهم وبينها بينها ابرزها'.split(
    ' ',
  ),
);
const LEADING_WORDS = 4;

/** «مسلحين من جبهة النصرة», «مجموعات تابعة لتنظيم الدولة»: the vague word and the name are one actor. */
function leadsTo(tokens: readonly Token[], last: number, first: number): boolean {
  if (first - last < 2 || first - last > LEADING_WORDS + 1) return false;
  for (let i = last + 1; i < first; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'punctuation' && !LEADING.has(token.norm)) return false;
    if (token.kind === 'punctuation' && /^[.!?؟؛،,:]/.test(token.surface)) return false;
  }
  return true;
}

/** «الطيران الحربي التابع للاحتلال الروسي»: the owner acts, through what it owns. */
function withMeans(owner: ActorFound, means: ActorFound, cut: SurfaceCutter): ActorFound {
  const range = cut(means.first, owner.last);
  return copyOf(owner, range, { via: means.via, political: undefined, speaker: owner.speaker });
}

/** An actor that only speaks where it stands. */
export function asSpeaker(actor: ActorFound): ActorFound {
  return copyOf(actor, actor, { via: actor.via, political: actor.political, speaker: true });
}

/** The men of an actor, told by «قواتها» at a token. */
export function asOwnMen(actor: ActorFound, at: number, { start, end, surface }: Token): ActorFound {
  const range = { first: at, last: at, start, end, surface };
  return copyOf(actor, range, { via: null, political: undefined, speaker: undefined });
}

/** An actor told without its means. */
export function withoutMeans(actor: ActorFound): ActorFound {
  return copyOf(actor, actor, { via: null, political: actor.political, speaker: actor.speaker });
}

/** Written out, not spread: V8 gives what is spread a hidden class of its own, and all that reads it grows slow. */
function copyOf(
  actor: ActorFound,
  { first, last, start, end, surface }: ReturnType<SurfaceCutter>,
  { via, political, speaker }: Pick<ActorFound, 'via' | 'political' | 'speaker'>,
): ActorFound {
  const { id, entry, side, interaction, uncertain, anaphor } = actor;
  return {
    first,
    last,
    start,
    end,
    surface,
    id,
    entry,
    side,
    interaction,
    via,
    political,
    uncertain,
    anaphor,
    speaker,
  };
}

/** Normalised words after which a country's name tells where something is, or who it is with. */
const WHERE: ReadonlySet<string> = new Set(
  'في الي من عبر نحو باتجاه مع علي صوب داخل محيط بمحيط مقر قرب اسوار حدود الحدود عن اراضي ولايه شمال جنوب شرق غرب ضد بدعم برعايه بين'.split(
    ' ',
  ),
);

/** Whether a state's name stands for its land («إلى تركيا», «المتاخمة لإسرائيل») and not for its forces. */
function isWhere(tokens: readonly Token[], { first, prefix }: ValidMatch): boolean {
  if (/[بلك]/.test(prefix)) return true;
  const before = tokens[first - 1];
  if (before === undefined) return false;
  return WHERE.has(before.norm) || (before.norm.startsWith('و') && WHERE.has(before.norm.slice(1)));
}

function takenUp(form: Extract<ActorForm, { kind: 'anaphor' }>, lineage: Lineage): ActorRecord | null {
  for (const ids of form.anaphor.of) {
    const actor = form.anaphor.own ? lineage.firstOf(ids) : lineage.lastOf(ids);
    if (actor) return form.becomes ? (form.becomes.get(actor.code) ?? null) : actor;
  }
  return null;
}

interface Named {
  readonly actor: ActorRecord;
  readonly order: number;
}

/** The actors named so far: for each entry and its ancestors the last one named, and the first. */
class Lineage {
  private readonly latest = new Map<string, Named>();
  private readonly earliest = new Map<string, Named>();
  private readonly records: ReadonlyMap<string, ActorRecord>;
  private order = 0;

  constructor(records: ReadonlyMap<string, ActorRecord>) {
    this.records = records;
  }

  add(actor: ActorRecord): void {
    const named = { actor, order: this.order++ };
    let up: ActorRecord | undefined = actor;
    while (up) {
      this.latest.set(up.id, named);
      if (!this.earliest.has(up.id)) this.earliest.set(up.id, named);
      up = up.parent === null ? undefined : this.records.get(up.parent);
    }
  }

  /** The one named first among entries and whatever stands below them. */
  firstOf(ids: readonly string[]): ActorRecord | null {
    let first: Named | undefined;
    for (const id of ids) {
      const named = this.earliest.get(id);
      if (named && (!first || named.order < first.order)) first = named;
    }
    return first?.actor ?? null;
  }

  /** The one named last among entries and whatever stands below them. */
  lastOf(ids: readonly string[]): ActorRecord | null {
    let last: Named | undefined;
    for (const id of ids) {
      const named = this.latest.get(id);
      if (named && (!last || named.order > last.order)) last = named;
    }
    return last?.actor ?? null;
  }
}
