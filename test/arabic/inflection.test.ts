import { describe, expect, it } from 'vitest';
import { isFormOf, nounForms, verbForms } from '../../src/arabic/inflection.ts';
import { normaliseWord } from '../../src/arabic/normalise.ts';
import { isVerbLike } from '../../src/arabic/verbs.ts';

describe('verbForms', () => {
  it.each([
    ['قصف', 'قصف قصفت قصفوا قصفتا يقصف تقصف يقصفون قصفته قصفوه يقصفها وقصفت فقصف سيقصف لتقصف'],
    ['استهدف', 'استهدفت استهدفوا يستهدف تستهدف استهدفوهم واستهدفها'],
    ['ألقى', 'ألقت ألقوا يلقي تلقي يلقون ألقاه ألقاها وألقت'],
    ['أغار', 'أغارت أغاروا يغير تغير'],
    ['أصاب', 'أصيب أصيبت أصيبوا يصاب يصب أصابت يصيب'],
    ['استعاد', 'استعادت يستعيد استعيدت تستعيد'],
    ['اغتال', 'اغتيل اغتالت يغتال اغتالوه'],
    ['قام', 'قامت قاموا يقوم تقوم يقم'],
    ['وقع', 'وقعت يقع تقع'],
    ['تصدى', 'تصدت تصدوا يتصدى تتصدى'],
    ['أدى', 'أدت يؤدي أدوا تؤدي'],
    ['انفجر', 'انفجرت ينفجر انفجرتا'],
    ['نجا', 'نجت نجوا ينجو'],
  ])('%s', (lemma, forms) => {
    const known = verbForms(lemma);
    for (const form of forms.split(' '))
      expect([form, isFormOf(normaliseWord(form), known)]).toEqual([form, true]);
  });

  it('does not take a noun with its article for a verb', () => {
    expect(isFormOf('القصف', verbForms('قصف'))).toBe(false);
  });
});

describe('nounForms', () => {
  it('gives dual, plural and construct', () => {
    const tank = nounForms('دبابة', ['دبابات']);
    for (const form of ['دبابه', 'دبابتين', 'دبابتان', 'دبابات', 'دبابت']) expect(tank).toContain(form);
    expect(nounForms('مدني', ['مدنيون'])).toContain('مدنيين');
  });
});

describe('isVerbLike', () => {
  it.each(['وقصفت', 'واستهدفوا', 'فسقط', 'ويواصل', 'وتعرضت', 'ولقي'])('%s', (word) => {
    expect(isVerbLike(normaliseWord(word))).toBe(true);
  });
  it.each(['وبلدة', 'وحي', 'والرصيف', 'وقذائف', 'ومدينة'])('%s is none', (word) => {
    expect(isVerbLike(normaliseWord(word))).toBe(false);
  });
});
