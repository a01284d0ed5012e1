/**
 * First step of finding places: the names that stand in the text, each with the cue that governs it and the list it
 * belongs to. Nothing is decided yet. One pass over the tokens.
 */
import type { Token } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { TrieMatch } from '../trie.ts';
import { type BorrowedName, borrowedName } from './borrowed-name.ts';
import { type Cue, cueOf, cueOn, definitePlural, LIST_OPENERS, listCueOf } from './cues.ts';
import type { Gazetteer, PlaceName } from './gazetteer.ts';
import { opensQuotedList, unknownMembers } from './list-members.ts';
import { continues, cueReaches } from './lists.ts';
import { isVerb, unknownName } from './unknown-name.ts';

export interface Spot {
  readonly first: number;
  readonly last: number;
  /** Clitics on the first token that are no part of the name. */
  readonly prefix: string;
  /** Everything that goes by the name; empty where only the cue tells that it is a place. */
  readonly names: readonly PlaceName[];
  /** The nearest cue that governs it, its own or that of its list. */
  readonly cue: Cue | null;
  /** The cue stands right before it. */
  readonly ownCue: boolean;
  readonly list: number;
  readonly sentence: number;
  /** A street, road or site that bears another place's name: it is not that place. */
  readonly borrowed: boolean;
  /** One of the places that the road before it joins. */
  readonly roadEnd: boolean;
}

/** Where a name stands and what goes by it, before cue and list are known. */
export type SpotName = Pick<Spot, 'first' | 'last' | 'prefix' | 'names'>;

/** Last token of the range that takes a token (an actor's name), or -1. */
export type Taken = (token: number) => number;

/** Tokens at most between «القرى» and the «هي» that begins to name them. */
const ANNOUNCED_WITHIN = 7;

const isThey = fitting(/^و?هي$/);

const SENTENCE_END = new Set(['.', '؟', '!', '?', '...', '…', '؛', ';', '::']);

/** All spots of an article in text order, not overlapping. */
export function spotPlaces(tokens: readonly Token[], gazetteer: Gazetteer, isTaken: Taken): Spot[] {
  const spotter = new Spotter(tokens, gazetteer, isTaken);
  for (let i = 0; i < tokens.length; i++) i = spotter.visit(i);
  return spotter.spots;
}

function isRounds(norm: string): boolean {
  return /^[وب]?(?:ال)?(?:رصاص|ذخيره|طلقات)$/.test(norm);
}

class Spotter {
  readonly spots: Spot[] = [];
  private readonly tokens: readonly Token[];
  private readonly gazetteer: Gazetteer;
  private readonly isTaken: Taken;
  private sentence = 0;
  private list = 0;
  private cue: Cue | null = null;
  private cueAt = -1;
  /** The plural cue of the list in which `cue` stands before one member. */
  private outer: Cue | null = null;
  private lastEnd = -1;
  private announced: Cue | null = null;
  private announcedAt = Number.NEGATIVE_INFINITY;

  constructor(tokens: readonly Token[], gazetteer: Gazetteer, isTaken: Taken) {
    this.tokens = tokens;
    this.gazetteer = gazetteer;
    this.isTaken = isTaken;
  }

  /** Looks at a token; answers the last token dealt with. */
  visit(at: number): number {
    const token = this.tokens[at] as Token;
    if (this.endsSentence(token)) {
      this.sentence++;
      this.cue = null;
      this.announced = null;
    }
    if (token.kind === 'punctuation') return at;
    const takenTo = this.isTaken(at);
    const match =
      takenTo >= at
        ? this.outgrowing(at, takenTo)
        : longestFree(this.tokens, at, this.gazetteer, this.isTaken);
    if (takenTo >= at && !match) return takenTo;
    const cue = isVerb(token) || this.isLive(at) ? null : cueOn(token.word);
    const cut = match !== null && match.last > at && this.endsInCue(match.last);
    if (cue && (!match || match.last === at || cut)) {
      const isName = !cut && !cue.opens && match?.values.some((name) => !name.weak);
      if (!isName) return this.visitCue(at, cue);
    }
    const plural = match ? null : definitePlural(token.word);
    if (plural) {
      this.announced = plural;
      this.announcedAt = at;
    }
    const listCue = match ? null : this.opensList(at);
    if (listCue) {
      this.cue = listCue;
      this.cueAt = at + (plural ? 1 : 0);
      return Math.max(at, this.addMembers(this.cueAt, listCue, true));
    }
    if (!match || match.prefix.includes('ك')) return at;
    const { last, prefix, values: names } = match;
    return this.add({ first: at, last, prefix, names });
  }

  /** «سوق مدينة الباب» is a market of that town, and not the quarter «سوق المدينة». */
  private endsInCue(last: number): boolean {
    const { norm } = this.tokens[last] as Token;
    return cueOf(norm)?.kind === 'town' && this.tokens[last + 1]?.kind === 'word';
  }

  /** «القرى هي: …», «القرى والبلدات التي تم تحريرها هي …»: the plural cue that a list opens with here. */
  private opensList(at: number): Cue | null {
    const { word } = this.tokens[at] as Token;
    const next = listCueOf(word, this.tokens[at + 1]?.norm);
    if (next || !isThey(word)) return next;
    return at - this.announcedAt <= ANNOUNCED_WITHIN ? this.announced : null;
  }

  private endsSentence(token: Token): boolean {
    if (token.index > 0 && (token.gap === 'paragraph' || token.gap === 'line')) return true;
    return token.kind === 'punctuation' && SENTENCE_END.has(token.norm);
  }

  /** «رصاص حي سُمع هناك»: live rounds, and no quarter. */
  private isLive(at: number): boolean {
    return /^الحي$|^حي$/.test(this.tokens[at]?.norm ?? '') && isRounds(this.tokens[at - 1]?.norm ?? '');
  }

  private visitCue(at: number, cue: Cue): number {
    // «قرى في منطقة منبج وهي: …»: the list may come after where it lies.
    if (cue.plural) {
      this.announced = cue;
      this.announcedAt = at;
    }
    const borrowed = borrowedName(this.tokens, at, cue, this.gazetteer, this.isTaken);
    if (borrowed) return this.addBorrowed(borrowed, cue);
    const unknown = cue.opens ? unknownName(this.tokens, at, cue, this.gazetteer, this.isTaken) : null;
    if (unknown) {
      // «قرى A، مزارع B، C»: the list goes on after a member with a cue of its own.
      const list = this.cue?.plural && this.isListed(at) ? this.cue : null;
      const last = this.addOwn(nameless(unknown), cue, false);
      this.cue = list ?? (cue.inName ? null : cue);
      return this.cue?.plural ? this.addMembers(last, this.cue) : last;
    }
    // «قرى A وقرية B وC»: so does one whose member everybody knows.
    this.outer = this.cue?.plural && !cue.plural && this.isListed(at) ? this.cue : null;
    this.cue = cue;
    this.cueAt = at;
    return cue.plural && cue.opens ? this.addOpening(at, cue) : at;
  }

  /** «القرى هي: A، B», «قرى (A، B)»: the first members are such as nobody knows. */
  private addOpening(at: number, cue: Cue): number {
    let opener = at;
    while (opener - at < 3 && /^[(:،]$/.test(this.tokens[opener + 1]?.norm ?? '')) opener++;
    while (opener - at < 3 && LIST_OPENERS.has(this.tokens[opener + 1]?.norm ?? '')) opener++;
    return opener === at ? at : Math.max(at, this.addMembers(opener, cue, true));
  }

  /** Adds a name that its own cue brought with it. */
  private addOwn(name: SpotName, cue: Cue, borrowed: boolean): number {
    if (!this.isListed(name.first)) this.list++;
    this.push(name, cue, true, borrowed, false);
    this.cue = null;
    return name.last;
  }

  private addBorrowed(name: BorrowedName, cue: Cue): number {
    this.addOwn(name, cue, true);
    for (const end of name.ends ?? []) this.push(end, null, false, false, true);
    return name.last;
  }

  private add(name: SpotName): number {
    const reached = this.cue !== null && cueReaches(this.tokens, this.cueAt, name.first);
    const listed = this.isListed(name.first);
    if (!listed) this.list++;
    if (!listed && !reached) this.cue = null;
    this.push(name, this.cue, reached, false, false);
    if (this.outer !== null && listed && reached) this.cue = this.outer;
    this.outer = null;
    if (this.cue?.plural) return this.addMembers(name.last, this.cue);
    if (opensQuotedList(this.tokens, name.first, name.last))
      return this.addMembers(name.last, this.cue ?? (cueOf(VILLAGES) as Cue), false, true);
    return name.last;
  }

  private isListed(at: number): boolean {
    return this.lastEnd >= 0 && continues(this.tokens, this.lastEnd, at, this.cue?.plural ?? false);
  }

  /** «قرى مروانة الفوقاني وقلكي وهلكجة», «بلدات (A، B، C)»: members that nobody knows. */
  private addMembers(known: number, cue: Cue, opening = false, quoted = false): number {
    if (cue.kind === 'governorate') return known;
    let end = known;
    const members = unknownMembers(this.tokens, known, this.gazetteer, this.isTaken, opening, quoted);
    if (opening && members.length > 0) this.list++;
    for (const member of members) {
      this.push(nameless(member), cue, opening, false, false);
      end = member.last;
    }
    return end;
  }

  /** Written out, not spread: this is the hottest allocation of all. */
  private push(name: SpotName, cue: Cue | null, ownCue: boolean, borrowed: boolean, roadEnd: boolean): void {
    const { first, last, prefix, names } = name;
    const { list, sentence } = this;
    this.spots.push({ first, last, prefix, names, cue, ownCue, list, sentence, borrowed, roadEnd });
    this.lastEnd = last;
  }

  /** A place's name that starts with an actor's and goes on after it («الفرقة 17» the base). */
  private outgrowing(at: number, takenTo: number): TrieMatch<PlaceName> | null {
    const match = this.gazetteer.trie.longest(this.tokens, at);
    return match && match.last > takenTo && match.values.some((name) => !name.weak) ? match : null;
  }
}

/** What the members of a list are where nothing says it. */
const VILLAGES = 'قري';

const NO_NAMES: readonly PlaceName[] = [];

/** A place's name that nothing known goes by. */
function nameless({ first, last, prefix }: Omit<SpotName, 'names'>): SpotName {
  return { first, last, prefix, names: NO_NAMES };
}

/** The longest name at a token that runs into no actor's name. */
export function longestFree(
  tokens: readonly Token[],
  at: number,
  gazetteer: Gazetteer,
  isTaken: Taken,
): TrieMatch<PlaceName> | null {
  const match = gazetteer.trie.longest(tokens, at);
  if (!match || match.last === at) return match;
  for (let i = at + 1; i <= match.last; i++) {
    if (isTaken(i) >= i) return gazetteer.trie.all(tokens, at).find((other) => other.last < i) ?? null;
  }
  return match;
}
