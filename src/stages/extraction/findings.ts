/**
 * What the parts of extraction hand to each other. A `Reading` is one article read once: its tokens, numbers, dates,
 * clauses and entities; every finding is a run of its tokens. Token indexes run over the whole article.
 */
import type { Clause, DateSpan, NumberSpan, Token, TokenRange } from '../../arabic/token.ts';
import type { Entities } from '../../knowledge/types.ts';
import type { Count, Mention } from '../../model/mention.ts';
import type { DateBasis, Modality } from '../../model/vocabulary.ts';

export interface Reading {
  readonly text: string;
  /** Day of publication, `YYYY-MM-DD`. */
  readonly published: string;
  readonly tokens: readonly Token[];
  readonly numbers: readonly NumberSpan[];
  readonly dates: readonly DateSpan[];
  readonly clauses: readonly Clause[];
  readonly entities: Entities;
}

/** People killed, hurt, taken or driven out, as one stretch of text tells them; sums and splits are already done. */
export interface CasualtyFinding extends TokenRange {
  readonly killed: Count | null;
  readonly injured: Count | null;
  readonly abducted: Count | null;
  readonly detained: Count | null;
  readonly displaced: Count | null;
  readonly groups: Mention['groups'];
  /** The toll replaces an earlier one of the same event («ارتفعت الحصيلة إلى»). */
  readonly running: boolean;
  /** Another source's figure of the people told before it in the sentence. */
  readonly again: boolean;
  /** Told before the news and only recalled by it («وكان المرصد أفاد عن مقتل 43»). */
  readonly recalled: boolean;
  /** The how many-th of the dead is told («وتوفي رابع متأثرا بجراحه»), or null. */
  readonly rank: number | null;
  /** A total over days, events or the country: a toll of the article, never an event's. */
  readonly total: boolean;
}

export interface Certainty {
  readonly modality: Modality;
  readonly attribution: string | null;
}

/** The day that holds at a token: told there, carried over from before, or the bulletin's own. */
export interface EventDay {
  readonly date: string;
  readonly precision: 1 | 2 | 3;
  readonly basis: DateBasis;
}
