import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { memoryPorts } from '../src/memory-ports.ts';
import type { Contribution, RawArticle } from '../src/model/article.ts';
import { PIPELINE, QUEUE_NAMES, runInProcess, stepOf } from '../src/pipeline.ts';
import { STAGE_NAMES } from '../src/stage.ts';

const article = (id: string, text: string, more: Partial<RawArticle> = {}): RawArticle => ({
  id: id.repeat(32),
  source: 'وكالة',
  file: `${id}.txt`,
  record: 0,
  url: null,
  title: null,
  text,
  published: { date: '2015-07-03', time: null, basis: 'explicit' },
  receivedAt: '2015-07-03T10:00:00Z',
  ticket: null,
  diagnostics: [],
  ...more,
});
const TEXT = `حلب::
ألقى الطيران المروحي براميل متفجرة على حي مساكن هنانو ما أدى لاستشهاد ثلاثة مدنيين وجرح خمسة آخرين، كما دارت
اشتباكات عنيفة على جبهة الراشدين غرب المدينة، وتعرضت بلدة حيان لقصف مدفعي من دون ورود أنباء عن إصابات.`;

describe('the list of steps', () => {
  test('has each stage and each queue once, in order', () => {
    expect(PIPELINE.map(({ stage }) => stage.name)).toEqual(STAGE_NAMES);
    expect(PIPELINE.map(({ queue }) => queue)).toEqual(QUEUE_NAMES);
    for (const name of STAGE_NAMES) expect(stepOf(name).stage.name).toBe(name);
  });

  test('cannot be changed', () => {
    expect(() => (PIPELINE as unknown[]).push(1)).toThrow(TypeError);
  });
});

describe('a run in one process', () => {
  test('an article goes through all stages, and word of its repeat goes past them', async () => {
    const articles = [article('a', TEXT), article('b', TEXT, { source: 'شبكة' })];
    const run = await runInProcess(articles, memoryPorts(loadKnowledge()));
    expect(run.failed).toEqual([]);
    expect(Object.entries(run.passed).map(([queue, items]) => [queue, items.length])).toEqual([
      ['articles', 2],
      ['sections', 1],
      ['extraction', 1],
      ['aggregation', 2],
    ]);
    const contributions = run.passed.aggregation as readonly Contribution[];
    expect(contributions.map(({ kind }) => kind).sort()).toEqual(['article', 'repeat']);
    expect(run.emitted.length).toBe(2);
  });

  test('what a stage emits fits what the next one takes', async () => {
    const run = await runInProcess(
      [article('a', TEXT), article('b', `${TEXT}\nو`)],
      memoryPorts(loadKnowledge()),
    );
    expect(run.failed).toEqual([]);
    for (const { queue, stage } of PIPELINE) {
      for (const item of run.passed[queue]) {
        const travelled: unknown = JSON.parse(JSON.stringify(item));
        expect(stage.input.parse(travelled)).toEqual(item);
      }
    }
  });
});
