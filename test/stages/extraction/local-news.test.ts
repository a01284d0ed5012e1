/** How local media tell killings of one, gatherings, truces and counts; what each text tells in full. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf } from './read-section.ts';
import { shown } from './tolls-shown.ts';

const PUBLISHED = '2019-05-10';

/** «attack تسيل 05-09 1 -»: type, place, day, killed and injured. */
function told(text: string): string[] {
  return mentionsOf(text, { published: PUBLISHED }).map(
    ({ type, place, date, killed, injured }) =>
      `${type} ${place?.name ?? '-'} ${date.slice(5)} ${shown(killed)} ${shown(injured)}`,
  );
}

describe('one person shot', () => {
  it.each([
    [
      'who shot stands between the verb and the shots',
      'أصيب الشاب سامر العلي بعد أن أطلق عليه مجهولون الرصاص في بلدة تسيل غربي درعا.',
      ['attack تسيل 05-10 - 1'],
    ],
    [
      'the cause is a clause of its own',
      'قتل الشاب فادي خليل أمس بعدما أطلق عليه مسلحون مجهولون النار في مدينة إنخل.',
      ['attack إنخل 05-09 1 -'],
    ],
    [
      'the day stands before who was killed',
      'وفي مدينة جاسم، قتل مساء أمس الشاب محمد أحمد الخطيب بطلقات مجهولين.',
      ['attack جاسم 05-09 1 -'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what is no single event', () => {
  it.each([
    [
      'attacks counted over a week',
      'قال التنظيم إنه نفذ تسع هجمات خلال أسبوع في محافظات دير الزور والرقة وحمص.',
    ],
    [
      'cells that are active',
      'تنشط خلايا التنظيم في ريف الرقة وتكرر هجماتها على مواقع قوات النظام في البادية.',
    ],
    ['what a crowd calls for', 'ونادوا بإسقاط النظام وطرد القوات الأجنبية من درعا.'],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('where and when', () => {
  it.each([
    [
      'a fight that is heard where it is fought',
      'ما زالت أصوات اشتباكات متقطعة تسمع في حي جوبر وما حوله.',
      ['armed_clash جوبر 05-10 - -'],
    ],
    [
      'the weekday of a night that has ended',
      'سقط قتيلان بعد منتصف ليل أمس الخميس بقصف على مدينة دوما.',
      ['shelling_artillery_missile دوما 05-10 2 -'],
    ],
    [
      'the dead of a strike that a relative clause explains',
      'وارتفع إلى تسعة عدد قتلى الضربة التي نفذتها طائرة حربية على مقر في بلدة سراقب.',
      ['air_drone_strike سراقب 05-10 9 -'],
    ],
    [
      'the word of the agency for a strike, with whose it is',
      'وذكرت الوكالة أن عدوانا إسرائيليا وقع قرب قرية رويحينة.',
      ['air_drone_strike رويحينة 05-10 - -'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
