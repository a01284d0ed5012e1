import { describe, expect, it } from 'vitest';
import { mentionsOf, told } from './read-section.ts';

describe('people killed, taken or driven out', () => {
  it.each([
    ['a woman who died', 'توفيت سيدة برصاص مجهولين في مدينة حارم.', ['attack حارم']],
    ['a girl who met her death', 'لقيت طفلة حتفها طعنا في بلدة حارم.', ['attack حارم']],
    ['men who died under torture', 'مات شابان تحت التعذيب في سجن بمدينة حارم.', ['attack حارم']],
    ['heads cut off', 'قطع عناصر التنظيم رؤوس ثلاثة شبان في بلدة حارم.', ['attack حارم']],
    ['a feud', 'مقتل شاب إثر خلاف عائلي في بلدة حارم.', ['mob_violence حارم']],
    ['a man gone', 'اختفى سائق في مدينة حارم أمس.', ['abduction_forced_disappearance حارم']],
    ['a grenade thrown', 'رميت قنبلة يدوية على منزل طبيب في مدينة حارم.', ['grenade حارم']],
    ['families that leave', 'عشرات العائلات تنزح من بلدة حارم.', ['other_strategic حارم']],
    ['what they flee from', 'نزحت مئات العائلات من بلدة حارم هربا من القصف.', ['other_strategic حارم']],
    ['people still inside', 'استؤنف إجلاء محاصري مدينة حارم.', ['other_strategic حارم']],
    [
      'a raid with gunmen and without a fight',
      'اقتحمت قوات الأمن مدعومة بالشبيحة بلدة حارم واعتقلت عشرين شابا.',
      ['arrests حارم'],
    ],
    [
      'what a village lives on',
      'سرق مجهولون محولة كهرباء من بلدة حارم.',
      ['looting_property_destruction حارم'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text, { under: 'SY07' })).toEqual(expected);
  });

  it.each([
    ['cold', 'مات طفل من البرد في مخيم قرب بلدة حارم.'],
    ['what is sold out', 'اختفى الخبز من أسواق مدينة حارم.'],
    ['a raid without arrest', 'وزعت المنظمة السلال في بلدة حارم دونما توقيف أي أحد.'],
    ['a rumour', 'لا صحة للأنباء عن اغتيال أحد الوجهاء في بلدة حارم.'],
    ['a car stopped', 'أوقف حاجز الشرطة سيارته في بلدة حارم لتفتيشها.'],
  ])('is silent on %s', (_, text) => {
    expect(mentionsOf(text, { under: 'SY07' })).toEqual([]);
  });
});

describe('crowds and bombers', () => {
  it.each([
    ['angry young men', 'أغلق شبان غاضبون مقر البلدية في مدينة حارم.', ['peaceful_protest حارم']],
    ['roads blocked', 'قام متظاهرون في مدينة حارم بإغلاق الطرق بالحجارة.', ['violent_demonstration حارم']],
    ['a strike', 'أضرب معلمو مدينة حارم عن العمل.', ['peaceful_protest حارم']],
    [
      'shots in the air',
      'فتحت دورية النار في الهواء لتفريق متظاهرين في مدينة حارم.',
      ['protest_with_intervention حارم'],
    ],
    ['a headline of arson', 'محتجون يحرقون مقر المجلس في مدينة حارم.', ['violent_demonstration حارم']],
    ['a bomber in a headline', 'انتحاري يفجر نفسه في مدينة حارم.', ['suicide_bomb حارم']],
    ['a man with a belt', 'فجر رجل يرتدي حزاما ناسفا نفسه في مدينة حارم.', ['suicide_bomb حارم']],
    ['two bombers', 'قالت الشرطة إن انتحاريين فجرا سيارتين في مدينة حارم.', ['suicide_bomb حارم']],
    [
      'a lorry that breaks in',
      'اقتحم انتحاري بشاحنة محملة بالمتفجرات حاجزا في مدينة حارم.',
      ['suicide_bomb حارم'],
    ],
    ['a car made safe', 'فكك الجيش سيارة معدة للتفجير في مدينة حارم.', ['disrupted_weapons_use حارم']],
    ['protesters who go home', 'تظاهر العشرات في مدينة حارم ثم انسحبوا.', ['peaceful_protest حارم']],
  ])('%s', (_, text, expected) => {
    expect(told(text, { under: 'SY07' })).toEqual(expected);
  });

  it('takes no incursion for ground left', () => {
    const text = 'دخلت قوة إسرائيلية بلدة خان أرنبة وانسحبت منها بعد ساعتين.';
    expect(mentionsOf(text, { under: 'SY14' }).map(({ type }) => type)).toEqual(['other_strategic']);
  });
});
