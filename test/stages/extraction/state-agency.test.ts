import { describe, expect, it } from 'vitest';
import { told } from './read-section.ts';

describe('the language of the state agency', () => {
  it.each([
    [
      'fighters eliminated on their way to a village',
      'تمكن الجيش السوري من القضاء على مجموعة إرهابية حاولت التقدم باتجاه بلدة كفر شمس.',
      ['armed_clash كفر شمس'],
    ],
    [
      'two verbs with the places of both',
      'وذكر مصدر عسكري أن وحدة من الجيش قضت على عدد من الإرهابيين وأصابت آخرين في بلدتي صيدا وجيزة.',
      ['armed_clash صيدا', 'armed_clash جيزة'],
    ],
    [
      'fighters shot dead at the posts that they tried to reach',
      'وأضاف أن وحدات من الجيش أردت عشرات الإرهابيين قتلى حاولوا الاعتداء على نقاط عسكرية في الفقيع والدلي.',
      ['armed_clash الفقيع', 'armed_clash الدلي'],
    ],
    [
      'dens destroyed and their people eliminated',
      'تم تدمير أوكار للإرهابيين والقضاء على أعداد كبيرة منهم في بلدة ناحتة بريف درعا.',
      ['armed_clash ناحتة'],
    ],
    [
      'operations against gatherings',
      'ونفذت وحدات من الجيش عمليات مركزة على تجمعات الإرهابيين في بلدتي صيدا والنعيمة.',
      ['armed_clash صيدا', 'armed_clash النعيمة'],
    ],
    [
      'blows from the ground',
      'ووجهت وحدات الجيش ضربات مركزة على مجموعات إرهابية في بلدة النعيمة.',
      ['shelling_artillery_missile النعيمة'],
    ],
    [
      'a town stormed in an offensive',
      'وبعد أن سيطر الجيش على بلدة عتمان، تابع تقدمه وتمكن من اقتحام بلدة النعيمة.',
      ['government_regains_territory عتمان', 'armed_clash النعيمة'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text, { under: 'SY12' })).toEqual(expected);
  });
});

describe('attacks and posts', () => {
  it.each([
    [
      'a post attacked',
      'تعرضت نقطة أمنية في بلدة درنج لهجوم مسلح من خلايا تنظيم الدولة.',
      ['armed_clash درنج'],
    ],
    [
      'two attacks told apart',
      'نفذ مسلحون هجومين منفصلين؛ الأول استهدف مركزا أمنيا في بلدة ذيبان، والثاني طال حاجزا في بلدة الشحيل.',
      ['armed_clash ذيبان', 'armed_clash الشحيل'],
    ],
    [
      'what a post was fired on with',
      'استهدف مسلحون حاجزا لقوى الأمن في بلدة الشحيل، عبر إطلاق نار مباشر.',
      ['armed_clash الشحيل'],
    ],
    [
      'an exchange of fire that came of it',
      'استهدفت خلايا داعش حاجزا للأسايش بالأسلحة الرشاشة، ما أدى إلى تبادل متقطع لإطلاق النار في بلدة الشحيل.',
      ['armed_clash الشحيل'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text, { under: 'SY09', published: '2025-08-07' })).toEqual(expected);
  });

  it('sees no single act in operations that go on', () => {
    const text =
      'هاجم مسلحون حاجزا في بلدة ذيبان.\nوتواصل القوات الأمريكية عملياتها النوعية ضد خلايا التنظيم.';
    expect(told(text, { published: '2025-08-07' })).toEqual(['armed_clash ذيبان']);
  });
});

describe('sentences that open with a name', () => {
  it('begin anew after the title', () => {
    const text =
      'مقتل عنصر من قوات النظام بهجوم لداعش بريف دير الزور\n\nالميادين (متابعات)- قُتل عنصر من قوات النظام في هجوم على حاجز في بلدة العشارة.';
    expect(told(text)).toEqual(['armed_clash العشارة']);
  });

  it('are no place of the event where the news was written abroad', () => {
    const text = 'أربيل (وكالة محلية)- هاجم مسلحون حاجزا لقوات النظام في بلدة العشارة.';
    expect(told(text)).toEqual(['armed_clash العشارة']);
  });

  it('leave the reporter where he is', () => {
    const text =
      'دارت اشتباكات قرب بلدة الثعلة بريف السويداء.\nوأفاد مراسلنا في درعا بانسحاب قوات الأمن العام من تل الحديد.';
    expect(told(text, { published: '2025-08-03' })).not.toContainEqual(expect.stringContaining('درعا'));
  });
});
