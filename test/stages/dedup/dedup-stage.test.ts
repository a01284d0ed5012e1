import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import {
  type NovelArticle,
  NovelArticleSchema,
  type RawArticle,
  type RepeatNotice,
  RepeatNoticeSchema,
} from '../../../src/model/article.ts';
import { MemoryLineIndex } from '../../../src/stages/dedup/clean/line-index.ts';
import { type DedupPorts, dedupStage } from '../../../src/stages/dedup/dedup-stage.ts';
import { MemorySeenIndex } from '../../../src/stages/dedup/memory-seen-index.ts';
import { BULLETIN, OTHER, rawArticle } from './entries.ts';

let knowledge: DedupPorts['knowledge'];
beforeAll(() => {
  knowledge = loadKnowledge();
});

/** What comes out, one item an article. */
async function run(articles: readonly RawArticle[]) {
  const ports = { knowledge, seen: new MemorySeenIndex(), lineIndex: new MemoryLineIndex() };
  const results = await dedupStage.run(articles, ports);
  return results.map((result) => (result.kind === 'emit' ? result.items[0] : result));
}

const on = (date: string): Pick<RawArticle, 'published'> => ({
  published: { date, time: null, basis: 'explicit' },
});

describe('the dedup stage', () => {
  it('lets new articles and updates through, and sends word of repeats', async () => {
    const [first, reprint, other, update] = await run([
      rawArticle(BULLETIN, { source: 'a' }),
      rawArticle(BULLETIN, { source: 'b', ticket: 'ticket', receivedAt: '2014-03-02T10:05:00Z' }),
      rawArticle(OTHER, { source: 'a' }),
      rawArticle(BULLETIN.replace('مقتل 5', 'مقتل 8'), { source: 'a' }),
    ]);
    const original = rawArticle(BULLETIN, { source: 'a' }).id;
    expect(NovelArticleSchema.parse(first)).toMatchObject({ language: 'ar', duplicate: null, replaces: [] });
    expect(RepeatNoticeSchema.parse(reprint)).toMatchObject({
      source: 'b',
      ticket: 'ticket',
      duplicate: { kind: 'exact', of: original, containment: 1 },
    });
    expect(NovelArticleSchema.parse(other).duplicate).toBeNull();
    expect(NovelArticleSchema.parse(update)).toMatchObject({
      duplicate: { kind: 'update', of: original },
      replaces: [original],
    });
  });

  it('answers a retry as the first time and a copy in another file with word of itself', async () => {
    const article = rawArticle(BULLETIN, { file: 'one.txt' });
    const [first, retry, copy] = await run([article, article, { ...article, file: 'two.txt' }]);
    expect(retry).toEqual(first);
    expect(RepeatNoticeSchema.parse(copy)).toMatchObject({
      file: 'two.txt',
      duplicate: { kind: 'exact', of: article.id },
    });
    expect(RepeatNoticeSchema.parse(copy).id).not.toBe(article.id);
  });

  it('lets a repeat through that was published before what it repeats', async () => {
    const [, older, same] = await run([
      rawArticle(BULLETIN, { source: 'paper', ...on('2014-03-03') }),
      rawArticle(BULLETIN, { source: 'agency', ...on('2014-03-02') }),
      rawArticle(BULLETIN, { source: 'other paper', ...on('2014-03-03') }),
    ]);
    expect(NovelArticleSchema.parse(older).duplicate?.kind).toBe('exact');
    expect(RepeatNoticeSchema.parse(same).duplicate.kind).toBe('exact');
  });

  it('takes what has no words for an article of its own', async () => {
    const out = await run([rawArticle('', { source: 'a' }), rawArticle('…', { source: 'b' })]);
    expect(out.map((item) => NovelArticleSchema.parse(item).duplicate)).toEqual([null, null]);
  });

  it('calls one of each story new and reads the first published, in whatever order and chunks they come', async () => {
    const story = (text: string, name: string): RawArticle[] => [
      rawArticle(text, { source: `${name} 1`, ...on('2014-03-01') }),
      rawArticle(text, { source: `${name} 2` }),
      rawArticle(`عاجل\n${text}`, { source: `${name} 3` }),
      rawArticle(`${text}\nخاص`, { source: `${name} 4` }),
    ];
    const articles = [...story(BULLETIN, 'one'), ...story(OTHER, 'two')];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(articles, { minLength: 8 }),
        fc.integer({ min: 1, max: 8 }),
        async (order, size) => {
          const ports = { knowledge, seen: new MemorySeenIndex(), lineIndex: new MemoryLineIndex() };
          const read: NovelArticle[] = [];
          for (let at = 0; at < order.length; at += size) {
            const results = await dedupStage.run(order.slice(at, at + size), ports);
            for (const result of results) {
              if (result.kind !== 'emit') continue;
              const [item] = result.items as [NovelArticle | RepeatNotice];
              if (!('kind' in item)) read.push(item);
            }
          }
          expect(read.filter(({ duplicate }) => duplicate === null)).toHaveLength(2);
          const sources = read.map(({ source }) => source);
          expect(sources).toEqual(expect.arrayContaining(['one 1', 'two 1']));
          // In order of publication nothing else is read.
          const early = (name: string) => sources.filter((source) => source.startsWith(name)).length;
          const first = (name: string) => order.find(({ source }) => source.startsWith(name))?.source;
          for (const name of ['one', 'two']) if (first(name) === `${name} 1`) expect(early(name)).toBe(1);
        },
      ),
      { numRuns: 40 },
    );
  });
});
