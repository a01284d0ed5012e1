/**
 * Recognises text that was decoded with the wrong table: Arabic in UTF-8 or windows-1256 read as windows-1252
 * («Ø§Ù„», «ÇáÍÑÈ»), UTF-8 read as windows-1256 («ط§ظ„»), and runs of replacement characters. It repairs nothing:
 * intake decides again with a better table, others report it. One pass, linear.
 */
export type MojibakeKind = 'utf8-as-1252' | 'utf8-as-1256' | '1256-as-1252' | 'replacement';

export interface MojibakeSpan {
  readonly kind: MojibakeKind;
  readonly start: number;
  readonly end: number;
}

interface Signature {
  readonly kind: MojibakeKind;
  /** One spoilt letter, sticky. */
  readonly unit: RegExp;
  /** Fewest units in a row that are believed. */
  readonly fewest: number;
}

const SIGNATURES: readonly Signature[] = [
  // Lead bytes D8–DB of Arabic in UTF-8 as windows-1252, then any continuation byte in either table.
  { kind: 'utf8-as-1252', unit: /[ØÙÚÛ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/y, fewest: 3 },
  // The same lead bytes read as windows-1256 are ط ظ ع غ; continuation bytes give letters that seldom follow them.
  {
    kind: 'utf8-as-1256',
    unit: /[طظعغ](?:[\u00a0-\u00bf€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œں،؛]|\u200c|\u200d)/y,
    fewest: 3,
  },
  // windows-1256 letters read as windows-1252: accented Latin capitals and smalls in a row, no plain letters.
  { kind: '1256-as-1252', unit: /[À-ÖØ-ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüý]/y, fewest: 4 },
  { kind: 'replacement', unit: /[\ufffd]/y, fewest: 2 },
];

/** Spans of spoilt text in order, without overlap; words of one kind that only spaces part are one span. */
export function findMojibake(text: string): MojibakeSpan[] {
  const spans: MojibakeSpan[] = [];
  let i = 0;
  while (i < text.length) {
    const found = text.charCodeAt(i) < 0x80 ? null : spoiltAt(text, i);
    if (found === null) {
      i++;
      continue;
    }
    const previous = spans.at(-1);
    if (previous?.kind === found.kind && text.slice(previous.end, found.start).trim() === '') {
      spans[spans.length - 1] = { ...previous, end: found.end };
    } else spans.push(found);
    i = found.end;
  }
  return spans;
}

function spoiltAt(text: string, start: number): MojibakeSpan | null {
  for (const { kind, unit, fewest } of SIGNATURES) {
    let units = 0;
    unit.lastIndex = start;
    let end = start;
    while (unit.test(text)) {
      units++;
      end = unit.lastIndex;
    }
    if (units >= fewest) return { kind, start, end };
  }
  return null;
}
