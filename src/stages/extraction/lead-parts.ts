/** A lead that counts its dead by place, where the story then tells of each place what befell it. */
import type { Attached, Draft } from './drafts.ts';
import { placeKey, type Sited } from './siting.ts';

/** A lead stands in the first sentences, its headline among them. */
const LEAD_SENTENCES = 2;

/**
 * «سقط 12 شهيدا بينهم سبعة في (أ) وثلاثة في (ب). ففي (أ) أغارت الطائرات …»: the dead of each place pass from the lead to the
 * event that is told there and counts none of its own. `sited` of one stretch of news in text order; the same entries.
 */
export function handedOn(sited: readonly Sited[]): readonly Sited[] {
  const opening = sited[0]?.draft.segment.sentence;
  if (opening === undefined) return sited;
  const leads = new Set(
    sited.map(({ draft }) => draft).filter(({ segment }) => segment.sentence <= opening + LEAD_SENTENCES),
  );
  for (const lead of leads) {
    const kept: Attached[] = [];
    for (const one of lead.casualties) {
      const { place, killed } = one.finding;
      const heir = place === null || killed === null ? undefined : heirOf(lead, placeKey(place), sited);
      if (heir === undefined) kept.push(one);
      else heir.casualties.push({ ...one, at: undefined, shared: undefined });
    }
    if (kept.length < lead.casualties.length) lead.casualties.splice(0, lead.casualties.length, ...kept);
  }
  return sited;
}

/** The event at the place, sentences after the lead, that counts no dead. */
function heirOf(lead: Draft, key: string, sited: readonly Sited[]): Draft | undefined {
  return sited.find(
    ({ draft, place }) =>
      draft !== lead &&
      placeKey(place) === key &&
      draft.segment.sentence > lead.segment.sentence &&
      STRIKES.has(draft.frame) &&
      draft.casualties.every(({ finding }) => finding.killed === null),
  )?.draft;
}

const STRIKES: ReadonlySet<Draft['frame']> = new Set(['fire', 'blast', 'harm']);
