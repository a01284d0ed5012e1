/**
 * Writes realistic Arabic articles in any number: bulletins with governorate headings, single reports, flashes, and
 * repeats of them whose kind is known. Seeded: the same options give the same articles.
 */
import { createHash } from 'node:crypto';
import type { RawArticle } from '../src/model/article.ts';
import { Chance } from './random.ts';
import * as stock from './sentence-stock.ts';

/** What a made article is to an earlier one, and what nashra should say of it. */
export const KINDS = {
  original: 'new',
  exact: 'exact',
  retitled: 'near_duplicate',
  cut: 'near_duplicate',
  replaced: 'near_duplicate',
  reordered: 'near_duplicate',
  appended: 'update',
  extended: 'update',
  toll: 'update',
  'next-day': 'new',
  'same-form': 'new',
} as const;
export type MadeKind = keyof typeof KINDS;

export interface Made {
  readonly article: RawArticle;
  readonly kind: MadeKind;
  /** Id of the article it was made from; null for an original. */
  readonly of: string | null;
}

/** Names that the texts tell of, by governorate. */
export interface Region {
  readonly governorate: string;
  readonly places: readonly string[];
}

export interface GeneratorOptions {
  readonly count: number;
  readonly seed: number;
  readonly regions: readonly Region[];
  /** Share of articles that are made from an earlier one. */
  readonly repeats?: number;
}

type Form = 'bulletin' | 'report' | 'flash';

/** A piece of text with its open places, so that another event can be told in the same words. */
interface Sentence {
  readonly pattern: string;
  readonly values: Readonly<Record<string, string>>;
}

interface Block {
  readonly heading: string | null;
  readonly region: Region;
  readonly sentences: readonly Sentence[];
}

interface Story {
  readonly form: Form;
  readonly title: string | null;
  readonly footer: string | null;
  readonly blocks: readonly Block[];
  readonly source: string;
  readonly day: number;
  readonly id: string;
}

const FIRST_DAY = Date.parse('2014-01-01T00:00:00Z');
const SOURCES = Array.from({ length: 40 }, (_, at) => `outlet ${at + 1}`);
/** Articles back to which a repeat may reach. */
const REACH = 4_000;
const APPENDED_WORDS = 15;
const REPLACED_SHARE = 0.03;

export function* makeArticles(options: GeneratorOptions): Generator<Made> {
  const maker = new Maker(options);
  const stories: Story[] = [];
  const repeats = options.repeats ?? 0.5;
  for (let made = 0; made < options.count; made++) {
    const base =
      stories.length > 20 && maker.chance.next() < repeats ? maker.chance.pick(stories.slice(-REACH)) : null;
    if (base === null) {
      const story = maker.original(Math.floor(made / 400));
      stories.push(story);
      yield {
        article: maker.article(story, textOf(story), story.source, story.day),
        kind: 'original',
        of: null,
      };
    } else yield maker.repeatOf(base);
  }
}

class Maker {
  readonly chance: Chance;
  private readonly regions: readonly Region[];
  private readonly texts = new Set<string>();
  private readonly tolls = new Set<string>();
  private serial = 0;

  constructor({ seed, regions }: GeneratorOptions) {
    this.chance = new Chance(seed);
    this.regions = regions;
  }

  original(day: number, form: Form = this.form(), source = this.chance.pick(SOURCES)): Story {
    return this.fresh(() => this.draft(day, form, source));
  }

  /** Makes until it is something that no other article tells in these words. */
  private fresh(make: () => Story): Story {
    for (;;) {
      const story = make();
      if (this.isFresh(story)) return story;
    }
  }

  private isFresh({ form, blocks }: Story): boolean {
    const told =
      form === 'bulletin'
        ? blocks.flatMap(({ sentences }) => sentences.map(render)).join(' ')
        : blocks
            .flatMap(({ sentences }) => sentences.map(({ pattern, values }) => pattern + values.p))
            .join(' ');
    if (this.texts.has(told)) return false;
    this.texts.add(told);
    return true;
  }

  private draft(day: number, form: Form, source: string): Story {
    const blocks = this.blocks(form);
    const story = {
      form,
      title: form === 'flash' || this.chance.next() < 0.3 ? null : this.title(blocks),
      footer: form === 'flash' || this.chance.next() < 0.5 ? null : this.chance.pick(stock.FOOTERS),
      blocks,
      source,
      day,
    };
    return { ...story, id: idOf(source, textOf(story)) };
  }

  article(story: { form: Form }, text: string, source: string, day: number): RawArticle {
    const serial = this.serial++;
    const time = FIRST_DAY + day * 86_400_000 + serial * 1000;
    return {
      id: idOf(source, text),
      source,
      file: `${story.form}-${serial}.txt`,
      record: 0,
      url: null,
      title: null,
      text,
      published: {
        date: new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10),
        time: null,
        basis: 'explicit',
      },
      receivedAt: new Date(time).toISOString(),
      ticket: null,
      diagnostics: [],
    };
  }

  repeatOf(base: Story): Made {
    const kind = this.chance.pick(
      KINDS_OF[base.form].filter((one) => one !== 'toll' || tollsOf(base).length > 0),
    );
    const made = (text: string, source: string, day = base.day): Made => ({
      article: this.article(base, text, source, day),
      kind,
      of: base.id,
    });
    const other = this.chance.pick(SOURCES.filter((source) => source !== base.source));
    switch (kind) {
      case 'exact':
        return made(textOf(base), other);
      case 'retitled':
        return made(textOf(this.retitled(base)), other);
      case 'cut':
        return made(this.cut(textOf(base)), other);
      case 'replaced':
        return made(this.replaced(textOf(base), base), other);
      case 'reordered':
        return made(textOf({ ...base, blocks: this.reordered(base.blocks) }), other);
      case 'appended':
        return made(textOf(this.appended(base)), base.source);
      case 'extended':
        return made(textOf(this.extended(base)), base.source);
      case 'toll':
        return made(this.freshToll(base), base.source);
      case 'next-day': {
        const next = this.original(base.day + 1, base.form, base.source);
        return made(textOf({ ...next, title: base.title, footer: base.footer }), base.source, base.day + 1);
      }
      default:
        return made(
          textOf(this.fresh(() => this.elsewhere(base))),
          this.chance.next() < 0.5 ? base.source : other,
        );
    }
  }

  private form(): Form {
    const draw = this.chance.next();
    return draw < 0.6 ? 'bulletin' : draw < 0.9 ? 'report' : 'flash';
  }

  private blocks(form: Form): Block[] {
    if (form === 'bulletin') {
      return this.chance
        .some(this.regions, this.chance.between(5, 9))
        .map((region) => this.block(region, this.chance.between(2, 3), `${region.governorate}::`));
    }
    const region = this.chance.pick(this.regions);
    if (form === 'flash')
      return [{ heading: null, region, sentences: [this.filled(this.chance.pick(stock.FLASHES), region)] }];
    if (this.chance.next() < 0.5) {
      return [{ heading: null, region, sentences: [this.filled(this.chance.pick(stock.FORMS), region)] }];
    }
    return Array.from({ length: this.chance.between(2, 4) }, () => this.block(region, 1, null));
  }

  /** Names two places of its story, as titles do. */
  private title(blocks: readonly Block[]): string {
    const told = this.chance.some(
      blocks.flatMap(({ sentences }) => sentences.map(({ values }) => values.p)),
      2,
    );
    return `${this.chance.pick(stock.TITLES)} ${this.chance.pick(['تطال', 'في', 'تصل إلى', 'وأنباء من'])} ${told.join(' و')}`;
  }

  private block(region: Region, sentences: number, heading: string | null): Block {
    return { heading, region, sentences: Array.from({ length: sentences }, () => this.sentence(region)) };
  }

  private sentence(region: Region): Sentence {
    const { chance } = this;
    if (chance.next() < 0.2)
      return this.filled(`${chance.pick(stock.DAILY)}، ${chance.pick(stock.TAILS)}.`, region);
    const opening = chance.pick(chance.next() < 0.5 ? stock.RAIDS : stock.FIGHTS);
    return this.filled(`${opening}، ${chance.pick(stock.TOLLS)}، ${chance.pick(stock.TAILS)}.`, region);
  }

  private filled(pattern: string, region: Region): Sentence {
    const [p, q] = this.chance.some(region.places, 2) as [string, string];
    const n = String(this.chance.between(3, 60));
    const m = String(this.chance.between(3, 90));
    return { pattern, values: { p, q, g: region.governorate, n, m, t: this.chance.pick(stock.TIMES) } };
  }

  private retitled(story: Story): Story {
    return {
      ...story,
      title: this.title(story.blocks),
      footer: this.chance.pick(stock.FOOTERS.filter((footer) => footer !== story.footer)),
    };
  }

  /** Ends after 60 to 85 % of its words, as a page does that says «read more». */
  private cut(text: string): string {
    const words = text.split(/(?<=\s)/u);
    return words
      .slice(0, Math.ceil(words.length * (0.6 + this.chance.next() * 0.25)))
      .join('')
      .trim();
  }

  /** Retouched in 3 % of its words: another word for the same, or one that says little; never a name or a number. */
  private replaced(text: string, story: Story): string {
    const kept = new Set(
      story.blocks.flatMap(({ heading, sentences }) => [heading ?? '', ...sentences.flatMap(valuesOf)]),
    );
    const isKept = (word: string): boolean =>
      kept.has(word) || kept.has(word.replace(/^[وب]/u, '')) || /ريف$/u.test(word);
    const words = text.split(/(\s+)/u);
    const free = words.flatMap((word, at) =>
      /^[\u0621-\u064a]{4,}$/u.test(word) && !isKept(word) ? [at] : [],
    );
    const count = Math.max(1, Math.round((words.length / 2) * REPLACED_SHARE));
    for (const at of this.chance.some(free, count)) words[at] = this.otherWord(words[at] as string);
    return words.join('');
  }

  private otherWord(word: string): string {
    const synonym = stock.SYNONYMS.find(([from]) => from === word);
    if (synonym) return synonym[1];
    return this.chance.pick(stock.FILLERS);
  }

  private reordered(blocks: readonly Block[]): Block[] {
    for (;;) {
      const order = this.chance.shuffled(blocks);
      if (order.some((block, at) => block !== blocks[at])) return order;
    }
  }

  /** Fifteen words more at the end of the last paragraph. */
  private appended(story: Story): Story {
    const last = story.blocks[story.blocks.length - 1] as Block;
    const words = render(this.sentence(this.chance.pick(this.regions))).split(' ');
    const more: Sentence = { pattern: words.slice(0, APPENDED_WORDS).join(' '), values: {} };
    return {
      ...story,
      blocks: [...story.blocks.slice(0, -1), { ...last, sentences: [...last.sentences, more] }],
    };
  }

  /** The evening edition: sections more, and a sentence more in some. */
  private extended(story: Story): Story {
    const taken = new Set(story.blocks.map(({ region }) => region));
    const free = this.regions.filter((region) => !taken.has(region));
    const more =
      story.form === 'bulletin'
        ? this.chance
            .some(free, this.chance.between(1, 3))
            .map((region) => this.block(region, 2, `${region.governorate}::`))
        : [this.block((story.blocks[0] as Block).region, 1, null)];
    const grown = story.blocks.map((block) =>
      this.chance.next() < 0.4
        ? { ...block, sentences: [...block.sentences, this.sentence(block.region)] }
        : block,
    );
    return { ...story, blocks: [...grown, ...more] };
  }

  private freshToll(story: Story): string {
    for (let tries = 0; ; tries++) {
      const text = textOf(this.otherToll(story));
      if (this.tolls.has(text) && tries < 20) continue;
      this.tolls.add(text);
      return text;
    }
  }

  /** One figure that counts people is another. */
  private otherToll(story: Story): Story {
    const spots = story.blocks.flatMap(({ sentences }, block) =>
      sentences.flatMap(({ pattern }, sentence) =>
        pattern.includes('{n}') ? [[block, sentence] as const] : [],
      ),
    );
    const [block, sentence] = this.chance.pick(spots);
    const change = ({ pattern, values }: Sentence): Sentence => ({
      pattern,
      values: {
        ...values,
        n: String(Number(values.n) + this.chance.pick([-2, -1, 1, 2, 3, 4, 5, 7, 11, 13])),
      },
    });
    return this.withSentences(story, (one, at, of) => (at === block && of === sentence ? change(one) : one));
  }

  /** The same words about other places, times and numbers. */
  private elsewhere(story: Story): Story {
    const blocks = story.blocks.map((block) => {
      const region = this.chance.pick(this.regions.filter((other) => other !== block.region));
      const sentences = block.sentences.map(({ pattern }) => this.filled(pattern, region));
      return { heading: block.heading === null ? null : `${region.governorate}::`, region, sentences };
    });
    return { ...story, title: story.title === null ? null : this.title(blocks), blocks };
  }

  private withSentences(story: Story, change: (one: Sentence, block: number, at: number) => Sentence): Story {
    return {
      ...story,
      blocks: story.blocks.map((block, at) => ({
        ...block,
        sentences: block.sentences.map((one, of) => change(one, at, of)),
      })),
    };
  }
}

/** Kinds that make sense for a form; a toll changes only where one is told. */
const KINDS_OF: Readonly<Record<Form, readonly MadeKind[]>> = {
  bulletin: [
    'exact',
    'retitled',
    'cut',
    'replaced',
    'reordered',
    'appended',
    'extended',
    'toll',
    'next-day',
    'same-form',
  ],
  report: ['exact', 'retitled', 'cut', 'replaced', 'appended', 'extended', 'toll', 'next-day', 'same-form'],
  flash: ['exact', 'toll', 'next-day', 'same-form'],
};

/** Where a story tells a figure: block and sentence. */
function tollsOf(story: Pick<Story, 'blocks'>): (readonly [number, number])[] {
  return story.blocks.flatMap(({ sentences }, block) =>
    sentences.flatMap(({ pattern }, at) => (pattern.includes('{n}') ? [[block, at] as const] : [])),
  );
}

function valuesOf({ values }: Sentence): string[] {
  return Object.values(values).flatMap((value) => [value, ...value.split(' ')]);
}

function render({ pattern, values }: Sentence): string {
  return pattern.replace(/\{(\w)\}/g, (_, name: string) => values[name] ?? '');
}

function textOf({
  title,
  footer,
  blocks,
  form,
}: Pick<Story, 'title' | 'footer' | 'blocks' | 'form'>): string {
  const joint = form === 'bulletin' ? ' ' : '\n';
  const parts = blocks.map(({ heading, sentences }) => {
    const told = sentences.map(render).join(joint);
    return heading === null ? told : `${heading}\n${told}`;
  });
  return [title, ...parts, footer].filter((part) => part !== null).join('\n');
}

function idOf(source: string, text: string): string {
  return createHash('sha256').update(`${source}\n${text}`).digest('hex').slice(0, 32);
}
