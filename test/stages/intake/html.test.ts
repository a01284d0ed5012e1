import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadInputError } from '../../../src/errors.ts';
import { htmlToText } from '../../../src/stages/intake/html.ts';

const PARAGRAPH =
  '<p>شن الطيران الحربي غارات على بلدة عندان، وسقط جرحى بين المدنيين، ونقل المصابون إلى نقطة طبية قريبة من المكان.</p>';

function page(body: string, head = ''): string {
  return `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
}

describe('blocks', () => {
  it.each([
    ['paragraphs and headings', '<h3>حلب</h3><p>قصف مدفعي</p><p>غارتان</p>', 'حلب\n\nقصف مدفعي\n\nغارتان'],
    ['line breaks', 'حلب::<br>قصف<br/>حماة::<br>غارة', 'حلب::\nقصف\nحماة::\nغارة'],
    ['list items', '<ul><li>قصف</li><li>غارة</li></ul>', 'قصف\nغارة'],
    ['table cells on one line', '<table><tr><td>حلب:</td><td>قصف</td></tr></table>', 'حلب: قصف'],
    ['inline elements', '<p>قصف <b>مدفعي</b> على<i> عندان</i>.</p>', 'قصف مدفعي على عندان.'],
    ['white space', '<p>قصف\n   مدفعي&nbsp;&nbsp;على</p>', 'قصف مدفعي على'],
    ['entities', '<p>&#1581;&#1604;&#1576; &quot;قصف&quot; &amp; غارة</p>', 'حلب "قصف" & غارة'],
    ['a lone bracket', '<p>5 < 6 قصف</p>', '5 ‹ 6 قصف'],
    ['hidden text left out', '<p style="display: none">سر</p><p>قصف</p>', 'قصف'],
  ])('keeps %s', (_, body, text) => {
    expect(htmlToText(page(body)).text).toBe(text);
  });

  it('gives bold words a line of their own where a page heads its paragraphs with them', () => {
    const body = ['حلب', 'حماة', 'حمص'].map((name) => `<p><strong>${name}</strong> قصف مدفعي</p>`).join('');
    expect(htmlToText(page(body)).text).toBe('حلب\nقصف مدفعي\n\nحماة\nقصف مدفعي\n\nحمص\nقصف مدفعي');
  });

  it('leaves a bold word in its sentence where only one paragraph begins so', () => {
    const body = `<p><strong>قصف</strong> مدفعي على عندان</p>${PARAGRAPH}`;
    expect(htmlToText(page(body)).text).toContain('قصف مدفعي على عندان');
  });
});

describe('furniture', () => {
  it('goes: navigation, comments, related lists, scripts', () => {
    const body = `<nav><a href="/">الرئيسية</a></nav><article>${PARAGRAPH.repeat(4)}</article>
      <div class="related-posts"><ul><li><a href="/a">مقتل ثلاثة في غارة على إدلب</a></li></ul></div>
      <div id="comments"><p>تعليق من زائر</p></div><script>var x = 'قصف';</script>`;
    const { text, removed } = htmlToText(page(body));
    expect(text.match(/عندان/g)).toHaveLength(4);
    expect(text).not.toMatch(/الرئيسية|إدلب|زائر|var/);
    expect(removed.map(({ rule }) => rule)).toContain('html-box');
  });

  it('stays where its name stands on what holds most of the words', () => {
    expect(htmlToText(page(`<div class="content share">${PARAGRAPH.repeat(3)}</div>`)).text).toContain(
      'عندان',
    );
  });

  it('never wins over a flash that is shorter than the comments under it', () => {
    const comment =
      'رأي طويل لزائر يكتب كثيرا، وفيه فواصل، وكلمات، وجمل تمتد سطورا وسطورا دون أن تقول شيئا عن الخبر.';
    const body = `<div><p>عاجل: غارة على حزانو.</p></div><section class="comments-area"><p>${comment}</p></section>`;
    expect(htmlToText(page(body)).text).toBe('عاجل: غارة على حزانو.');
  });
});

describe('what the page tells of itself', () => {
  const published = (head: string, body = PARAGRAPH) => htmlToText(page(body, head)).published;

  it.each([
    ['a meta tag', '<meta property="article:published_time" content="2015-07-03T22:30:00+00:00">'],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2015-07-04T01:30:00+03:00"}]}</script>',
    ],
  ])('takes the day from %s, by the clock of Damascus', (_, head) => {
    expect(published(head)).toEqual({ date: '2015-07-04', time: '01:30' });
  });

  it('takes the day from a time element, and none from a broken head', () => {
    expect(published('', `<time datetime="2015-07-04">أمس</time>${PARAGRAPH}`)?.date).toBe('2015-07-04');
    expect(
      published('<meta name="date" content="قريبا"><script type="application/ld+json">{bad</script>'),
    ).toBeNull();
  });

  it('tells title, site and address', () => {
    const head =
      '<title>خبر | موقع</title><meta property="og:site_name" content="موقع تجربة"><link rel="canonical" href="https://example.org/a">';
    const { title, source, url } = htmlToText(page(`<h1>قصف على عندان يوقع جرحى</h1>${PARAGRAPH}`, head));
    expect({ title, source, url }).toEqual({
      title: 'قصف على عندان يوقع جرحى',
      source: 'موقع تجربة',
      url: 'https://example.org/a',
    });
    expect(htmlToText(page(PARAGRAPH, '<link rel="canonical" href="javascript:x">')).url).toBeNull();
  });
});

describe('hostile pages', () => {
  it('over the limit are refused by name', () => {
    const read = () => htmlToText('<p>قصف</p>'.repeat(100), { url: 'page.html', maxLength: 500 });
    expect(read).toThrow(BadInputError);
    expect(read).toThrow(/page\.html: has 1000 characters, at most 500/);
  });

  it.each([
    ['nested 100,000 deep', '<div>'.repeat(100_000)],
    ['nested 700 deep in boxes', '<div class="share">'.repeat(700)],
    ['of unclosed inline tags', '<b><i><a>'.repeat(20_000)],
    ['of brackets', '<'.repeat(1_000_000)],
    ['of entities', '&amp;'.repeat(200_000)],
    ['of half tags', '<a'.repeat(500_000)],
    ['of open comments', '<!--'.repeat(300_000)],
    ['of open attributes', '<a x="'.repeat(200_000)],
    ['of links', `<ul>${'<li><a href="x">خبر</a></li>'.repeat(10_000)}</ul>`],
    ['of paragraphs', PARAGRAPH.repeat(20_000)],
    ['of open scripts', '<script>'.repeat(50_000)],
  ])('%s are read', (_, html) => {
    expect(typeof htmlToText(`${html}قصف`).text).toBe('string');
  });

  it('of any characters give text', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<b',
        '>',
        '<!--',
        '-->',
        '<script>',
        '&#1581;',
        '<td>',
        'حلب',
        '<br>',
        '"',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const { text } = htmlToText(parts.join(''));
        expect(text).toBe(text.trim());
      }),
      { numRuns: 200 },
    );
  });
});
