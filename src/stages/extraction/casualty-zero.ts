/** Reads what denies losses («دون إصابات», «لم يصب أحد») and what leaves them open («لم ترد أنباء عن إصابات»). */
import { fitting } from '../../arabic/word-memory.ts';
import { SMALL } from './casualty-lexicon.ts';
import type { CasualtyText } from './casualty-text.ts';

export interface Zero {
  readonly last: number;
  readonly killed: boolean;
  readonly injured: boolean;
}

/** How far a negation reaches to the losses it denies. */
const REACH = 9;
/** «لم يسفر سقوط صاروخ على أطراف بلدة كذا عن أي إصابات»: what did no harm stands between. */
const CAUSE_REACH = 20;
const CAUSES = /^[يت](?:سفر|ود|ودي|خلف|وقع|تسبب)$/;
const ONLY_REACH = 6;

/** «لا يزال بعض المصابين»: no denial. */
const STILL = /^[يت]?زا?ل(?:ت|وا)?$/;

/** A zero or an open question that begins at the token; with neither count set, the losses are left open. */
export function zeroAt(text: CasualtyText, at: number, last: number): Zero | null {
  if (text.is(at, SMALL.restricting)) return materialOnly(text, at, last);
  if (text.is(at, SMALL.materialOnly) && text.is(at + 1, SMALL.only) && at + 1 <= last) {
    return { last: at + 1, killed: true, injured: true };
  }
  const negates = text.is(at, SMALL.negations) || isWithout(text, at);
  if (!negates || text.isInNumber(at) || STILL.test(text.norm(at + 1))) return null;
  return negated(text, at, last);
}

/** «من غير أن يصاب أحد», «من غير إصابات». */
function isWithout(text: CasualtyText, at: number): boolean {
  return text.norm(at) === 'غير' && text.norm(at - 1) === 'من';
}

const isBut = fitting(/^(?:سوي|الا|غير)$/);
const isDamage = fitting(/^(?:ب|عن)?(?:ال)?(?:اضرار|اضرارا|خسايرا?|دمارا?|خرابا?)$/);

/** «لم يخلف سوى أضرار», «لم يسفر إلا عن أضرار مادية»: nobody was hurt. */
function damageOnly(text: CasualtyText, at: number, last: number): number | null {
  if (!text.fits(at, isBut)) return null;
  for (let i = at + 1; i <= Math.min(last, at + 2); i++) if (text.fits(i, isDamage)) return i;
  return null;
}

function materialOnly(text: CasualtyText, at: number, last: number): Zero | null {
  for (let i = at + 1; i <= Math.min(last, at + ONLY_REACH); i++) {
    if (text.is(i, SMALL.materialOnly)) return { last: i, killed: true, injured: true };
  }
  return null;
}

/** «لم يصب أي من المارة», «أي منهم» */
function isAnyOf(text: CasualtyText, at: number): boolean {
  return text.norm(at) === 'اي' && /^من(?:هم|ها)?$/.test(text.norm(at + 1));
}

const isHarm = fitting(/^ب(?:اذي|سوء|مكروه)$/);

function negated(text: CasualtyText, at: number, last: number): Zero | null {
  let open = false;
  let predicate: number | null = null;
  const end = Math.min(last, at + (CAUSES.test(text.norm(at + 1)) ? CAUSE_REACH : REACH));
  for (let i = at + 1; i <= end; i++) {
    if (text.norm(i) === '،' || text.norm(i) === ',') break;
    open ||= text.is(i, SMALL.unknown);
    const damaged = open ? null : damageOnly(text, i, last);
    if (damaged !== null && CAUSES.test(text.norm(at + 1)))
      return { last: damaged, killed: true, injured: true };
    if (text.is(i, SMALL.humanLosses) && !text.is(i - 1, SMALL.unknown)) return made(open, i, true, true);
    const word = text.word(i);
    if (word === null) {
      const nobody = text.is(i, SMALL.harmless) || isAnyOf(text, i);
      if (nobody && predicate !== null) return made(open, i, true, true);
      continue;
    }
    if (word.victim !== null) return lossNoun(text, i, open);
    if (word.predicates.length === 0) continue;
    const [kind] = word.predicates.map((one) => one.kind);
    if (kind !== 'killed' && kind !== 'injured') continue;
    if (word.predicates.every(({ needs }) => needs === 'victim')) continue;
    if (word.stem === 'اصابه') return lossNoun(text, i, open);
    // «دون أن يصاب بأذى»
    if (kind === 'injured' && text.fits(i + 1, isHarm)) return made(open, i + 1, true, true);
    predicate = i;
  }
  return open || predicate === null ? null : { last: predicate, killed: false, injured: false };
}

function lossNoun(text: CasualtyText, at: number, open: boolean): Zero {
  const word = text.word(at);
  const general = word?.victim?.general === true;
  const more = nextLoss(text, at + 1);
  const kinds = new Set([word?.victim?.kind, more === null ? undefined : text.word(more)?.victim?.kind]);
  return made(open, more ?? at, general || kinds.has('killed'), general || kinds.has('injured'));
}

/** «قتلى أو جرحى»: the second. */
function nextLoss(text: CasualtyText, at: number): number | null {
  const next = /^(?:و|او)$/.test(text.norm(at)) ? at + 1 : at;
  return text.word(next)?.victim != null && (next > at || text.norm(at).startsWith('و')) ? next : null;
}

function made(open: boolean, last: number, killed: boolean, injured: boolean): Zero {
  return open ? { last, killed: false, injured: false } : { last, killed, injured };
}
