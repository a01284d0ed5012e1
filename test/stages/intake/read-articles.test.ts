import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadInputError } from '../../../src/errors.ts';
import { RawArticleSchema } from '../../../src/model/article.ts';
import { DEFAULT_LIMITS } from '../../../src/stages/intake/limits.ts';
import { articleId, type ReadOptions, readArticles } from '../../../src/stages/intake/read-articles.ts';

const NOW = new Date('2024-05-06T07:08:09Z');
const MTIME = new Date('2015-07-05T22:30:00Z');
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, file: string, options: Partial<ReadOptions> = {}) =>
  readArticles(typeof text === 'string' ? encode(text) : text, { file, mtime: MTIME, now: NOW, ...options });
const messageOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(BadInputError);
    return (error as Error).message;
  }
  throw new Error('expected a BadInputError');
};

describe('one article a file', () => {
  test('a bare text', () => {
    const { articles, problems } = read('قصف على البلدة', 'a.txt');
    expect(problems).toEqual([]);
    expect(articles).toHaveLength(1);
    expect(RawArticleSchema.parse(articles[0])).toEqual({
      id: articleId('unknown', 'قصف على البلدة'),
      source: 'unknown',
      file: 'a.txt',
      record: 0,
      url: null,
      title: null,
      text: 'قصف على البلدة',
      published: { date: '2015-07-06', time: null, basis: 'file_time' },
      receivedAt: NOW.toISOString(),
      ticket: null,
      diagnostics: [],
    });
  });

  test('front matter tells, and is no part of the text', () => {
    const text =
      '---\ntitle: الحصاد\npublished: 2015-07-03 21:30\nsource: وكالة\nurl: https://a.example/1\n---\nحلب::\nقصف';
    expect(read(text, 'a.md').articles[0]).toMatchObject({
      title: 'الحصاد',
      source: 'وكالة',
      url: 'https://a.example/1',
      text: 'حلب::\nقصف',
      published: { date: '2015-07-03', time: '21:30', basis: 'explicit' },
    });
  });

  test.each([
    ['rules of dashes', '---\nحلب::\n---\nقصف'],
    ['an open rule', '---\nحلب: قصف'],
    ['a block without fields', '---\n- واحد\n- اثنان\n---\nنص'],
  ])('%s are text', (_name, text) => {
    expect(read(text, 'a.txt').articles[0]?.text).toBe(text);
  });

  test('the text is kept to the letter', () => {
    const text = '  سطر\r\n\r\nسطر\u200f ثانٍ \n';
    expect(read(text, 'a.txt').articles[0]?.text).toBe(text);
  });
});

describe('where the date comes from', () => {
  const date = (file: string, options: Partial<ReadOptions> = {}, text = 'نص') =>
    read(text, file, options).articles[0]?.published;
  test.each([
    [
      'the text itself over all',
      () =>
        date('2011-01-01.md', { defaults: { published: '2012-01-01' } }, '---\ndate: 2015-07-03\n---\nنص'),
      '2015-07-03',
      'explicit',
    ],
    [
      'the sidecar over the flags',
      () => date('a.txt', { sidecar: { published: '2015-07-03' }, defaults: { published: '2012-01-01' } }),
      '2015-07-03',
      'explicit',
    ],
    [
      'the flags over the name',
      () => date('2011-01-01.txt', { defaults: { published: '2015-07-03' } }),
      '2015-07-03',
      'explicit',
    ],
    [
      'the name over the address',
      () => date('2015-07-03.txt', { sidecar: { url: 'https://a.example/2011/01/01/' } }),
      '2015-07-03',
      'file_name',
    ],
    [
      'the address over the time',
      () => date('a.txt', { sidecar: { url: 'https://a.example/2015/07/03/' } }),
      '2015-07-03',
      'url',
    ],
    ['the time of the file', () => date('a.txt'), '2015-07-06', 'file_time'],
    ['nothing at all', () => date('-', { mtime: null, format: '.txt' }), '2024-05-06', 'assumed'],
  ])('%s', (_name, published, day, basis) => {
    expect(published()).toMatchObject({ date: day, basis });
  });
});

describe('many articles a file', () => {
  test('JSONL: the good lines go through and the bad ones are listed', () => {
    const lines = [
      '{"text": "واحد", "published": "2015-07-03"}',
      '{"text": ',
      '',
      '{"text": "ثلاثة"}',
      '[1]',
      '{"title": "بلا نص"}',
    ];
    const { articles, problems } = read(lines.join('\n'), 'a.jsonl');
    expect(articles.map(({ text, record }) => [record, text])).toEqual([
      [0, 'واحد'],
      [3, 'ثلاثة'],
    ]);
    expect(problems).toEqual([
      { where: 'a.jsonl line 2', message: 'invalid JSON at column 9: the text ends too early' },
      { where: 'a.jsonl line 5', message: 'expected an object with a "text" field, came an array' },
      {
        where: 'a.jsonl line 6',
        message: expect.stringContaining('no text: expected a field text, content'),
      },
    ]);
  });

  test('a record whose date is no date is listed, with what came and what was expected', () => {
    const { articles, problems } = read('{"text": "نص", "date": "غدا"}\n{"text": "نص ثان"}', 'a.ndjson');
    expect(articles).toHaveLength(1);
    expect(problems[0]).toEqual({
      where: 'a.ndjson line 1',
      message: 'field "date": expected a day such as 2015-07-03 or an ISO 8601 moment, came "غدا"',
    });
  });

  test('JSON: one object, an array, and line by line under the wrong name', () => {
    expect(read('{"content": "نص", "headline": "عنوان", "link": "u"}', 'a.json').articles[0]).toMatchObject({
      text: 'نص',
      title: 'عنوان',
      url: 'u',
    });
    expect(
      read('[{"text": "واحد"}, {"text": "اثنان"}]', 'a.json').articles.map(({ record }) => record),
    ).toEqual([0, 1]);
    expect(read('{"text": "واحد"}\n{"text": "اثنان"}\n', 'a.json').articles).toHaveLength(2);
  });

  test('CSV: quoted line breaks, other delimiters, lines that do not fit', () => {
    const csv = 'title;text;published\nأ;"سطر\nسطر";2015-07-03\nب;زائد;2015-07-04;x\nج;نص;\n';
    const { articles, problems } = read(csv, 'a.csv');
    expect(articles.map(({ title, text }) => [title, text])).toEqual([
      ['أ', 'سطر\nسطر'],
      ['ج', 'نص'],
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.where).toBe('a.csv line 4');
  });

  test('an HTML field is read as a page', () => {
    const [article] = read('{"html": "<p>قصف</p><p>وغارة</p>"}', 'a.json').articles;
    expect(article?.text).not.toContain('<');
    expect(article?.text).toContain('قصف');
  });
});

describe('gzip', () => {
  test('of any format', () => {
    expect(read(gzipSync(encode('{"text": "نص"}\n')), 'a.jsonl.gz').articles).toHaveLength(1);
    expect(read(gzipSync(encode('نص')), 'A.TXT.GZ').articles).toHaveLength(1);
  });
  test('truncated, damaged, or a bomb', () => {
    const packed = gzipSync(encode('نص '.repeat(1000)));
    expect(messageOf(() => read(packed.subarray(0, packed.length - 9), 'a.txt.gz'))).toMatch(
      /a\.txt\.gz: the gzip is truncated/,
    );
    expect(messageOf(() => read(encode('no gzip'), 'a.txt.gz'))).toMatch(/the gzip is damaged/);
    const bomb = gzipSync(new Uint8Array(5_000_000));
    const limits = { ...DEFAULT_LIMITS, unpackedBytes: 1_000_000 };
    expect(messageOf(() => read(bomb, 'a.txt.gz', { limits }))).toBe(
      'a.txt.gz: unpacks to more than 1000000 bytes',
    );
  });
});

describe('files that cannot be read', () => {
  test.each([
    ['unknown extension', 'a.docx', 'x', /unknown extension, expected \.txt \.md/],
    ['no extension', 'bulletin', 'x', /unknown extension/],
    ['empty', 'a.txt', '', /the file is empty/],
    ['blank', 'a.txt', ' \n\t ', /the file is empty/],
    ['broken JSON', 'a.json', '{\n"text": "x",\n}', /invalid JSON at line 3 column 1: unexpected "}"/],
    ['broken front matter', 'a.md', '---\ntitle: "x\nsource: y\n---\nنص', /front matter is not valid YAML/],
    ['a CSV without text', 'a.csv', 'id,name\n1,x\n', /no text column: expected one of text.*came id, name/],
  ])('%s', (_name, file, text, message) => {
    const told = messageOf(() => read(text, file));
    expect(told).toMatch(message);
    expect(told.startsWith(`${file}: `)).toBe(true);
  });

  test('limits name the figure and the limit', () => {
    const limits = { ...DEFAULT_LIMITS, fileBytes: 40, articleLength: 10, articlesPerFile: 2 };
    expect(messageOf(() => read('x'.repeat(41), 'a.txt', { limits }))).toBe(
      'a.txt: the file has 41 bytes, at most 40 are read',
    );
    expect(read('x'.repeat(11), 'a.txt', { limits }).problems).toEqual([
      { where: 'a.txt', message: 'the article has 11 characters, at most 10 are read' },
    ]);
    const three = '{"text":1}\n'.replace('1', '"x"').repeat(3);
    expect(messageOf(() => read(three, 'a.jsonl', { limits }))).toBe(
      'a.jsonl: the file holds 3 articles, at most 2 are read',
    );
  });

  test('a bad sidecar field is told as the sidecar’s', () => {
    expect(messageOf(() => read('نص', 'a.txt', { sidecar: { published: 'soon' } }))).toMatch(
      /^a\.txt \(its \.meta\.json\): field "published": expected a day/,
    );
  });
});

test('an article’s id depends on source and text alone', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (source, text) => {
      expect(articleId(source, text)).toMatch(/^[0-9a-f]{32}$/);
      expect(articleId(source, text)).toBe(articleId(source, text));
      expect(articleId(`${source}x`, text)).not.toBe(articleId(source, text));
    }),
  );
  const [one] = read('{"text":"نص","source":"س"}', 'a.json').articles;
  const [two] = read('---\nsource: س\n---\nنص', 'b.md').articles;
  expect(one?.id).toBe(two?.id);
});

test('whatever the bytes and the extension, reading ends in articles, problems or a BadInputError', () => {
  const extensions = fc.constantFrom('.txt', '.md', '.html', '.json', '.jsonl', '.csv', '.txt.gz');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), extensions, (bytes, extension) => {
      try {
        const { articles, problems } = read(bytes, `a${extension}`);
        expect(articles.length + problems.length).toBeGreaterThan(0);
        for (const article of articles) RawArticleSchema.parse(article);
      } catch (error) {
        expect(error).toBeInstanceOf(BadInputError);
      }
    }),
    { numRuns: 500 },
  );
});
