/**
 * Decides which forms are headings. A governorate's name at the head of a line is a heading where it carries a mark
 * that nothing else has («حلب::»), or where the article uses the form for several governorates; alone it is a
 * dateline or the beginning of a sentence.
 */
import type { HeadingForm } from './find-headings.ts';
import { leadsSentence } from './heading-at.ts';

/** Told from the surest form to the least sure. */
type Strength = 'sure' | 'line' | 'glued' | 'prose' | 'none';

/** Fewest different governorates that a form must head in an article before it is believed. */
const FEWEST = { line: 2, glued: 3, prose: 3 } as const;

/**
 * The headings among the forms, in order. `titled` says that the article calls itself a bulletin; then one
 * governorate fewer is enough. A region's or town's name alone is no heading: «الجزيرة:» is a channel too.
 */
export function decideHeadings(forms: readonly HeadingForm[], titled: boolean): HeadingForm[] {
  const named = withoutLists(forms);
  const strengths = new Map(named.map((form) => [form, strengthOf(form)] as const));
  const count = (kinds: readonly Strength[]): number =>
    new Set(
      named
        .filter((form) => kinds.includes(strengths.get(form) as Strength))
        .flatMap((form) => form.governorates.slice(0, 1)),
    ).size;
  const ease = titled ? 1 : 0;
  const believed = new Set<Strength>(['sure']);
  if (count(['sure', 'line']) >= FEWEST.line - ease) believed.add('line');
  if (count(['sure', 'line', 'glued']) >= FEWEST.glued - ease) believed.add('line').add('glued');
  const marked = count([...believed]);
  const firm = (form: HeadingForm): boolean =>
    form.governorates.length > 0 && (form.whole || form.mark === 'double') && strengths.get(form) === 'sure';
  const lone = marked < FEWEST.line && !named.some(firm);
  if (lone) believed.delete('sure');
  if (marked < 2 && count(['prose', 'line', 'glued']) >= FEWEST.prose - ease)
    believed.add('prose').add('line');
  return withoutTowns(
    named.filter(
      (form) => believed.has(strengths.get(form) as Strength) && (form.governorates.length > 0 || marked > 0),
    ),
  );
}

/** «دوما:» under «ريف دمشق:» goes on with its section, and so does «وفي ريف حلب الشمالي» after «في حلب،». */
function withoutTowns(headings: readonly HeadingForm[]): HeadingForm[] {
  let above: HeadingForm | null = null;
  return headings.filter((heading) => {
    const goesOn = !heading.whole || isProse(heading);
    const inside = goesOn && above?.governorates.includes(heading.governorates[0] ?? '');
    if (!inside) above = heading.whole ? heading : null;
    return !inside;
  });
}

/** Told in prose: the heading is the beginning of a sentence. */
export function isProse(form: HeadingForm): boolean {
  return leadsSentence(form);
}

function strengthOf(form: HeadingForm): Strength {
  if (form.mark === 'dateline') return 'none';
  if (form.mark === 'double') return 'sure';
  const marked = form.mark === 'colon' || form.mark === 'dots';
  if (form.stands === 'line') {
    if (form.endsLine) return marked || form.decorated ? 'sure' : 'line';
    const set = form.mark === 'dash' || form.mark === 'semicolon';
    if (marked || form.decorated || (set && !form.led)) return 'line';
    return form.led ? 'prose' : 'none';
  }
  if (form.governorates.length === 0) return 'none';
  if (form.stands === 'sentence' && form.led && !marked) return 'prose';
  if (marked || form.decorated) return 'glued';
  return 'none';
}

/** Bare names on lines of their own, one under the other, are a menu or a list of tags: nothing is told under them. */
function withoutLists(forms: readonly HeadingForm[]): HeadingForm[] {
  return forms.filter((form, index) => {
    if (!form.endsLine || form.mark !== 'none') return true;
    const next = forms[index + 1];
    const previous = forms[index - 1];
    const bareNext = next !== undefined && next.first === form.last + 1 && next.endsLine;
    const barePrevious =
      previous !== undefined &&
      previous.last + 1 === form.first &&
      previous.endsLine &&
      previous.mark === 'none';
    return !bareNext && !barePrevious;
  });
}
