import { describe, expect, it } from 'vitest';
import { mentionsOf, told } from './read-section.ts';

describe('what agencies tell twice, or only describe', () => {
  it('counts once a death told of the town and then of its quarter', () => {
    const text =
      'قتل شخص بغارة جوية لطائرة مسيرة في مدينة إدلب.\nوفي التفاصيل قتل شخص إثر تعرض سيارته لغارة من طيران مسير وسط حي القصور في مدينة إدلب.';
    expect(mentionsOf(text).map((one) => [one.place?.name, one.killed?.best])).toEqual([['القصور', 1]]);
  });

  it('keeps town and quarter apart where the dead differ', () => {
    const text =
      'قتل شخص بغارة جوية لطائرة مسيرة في مدينة إدلب.\nثم قتل ثلاثة أشخاص بغارة أخرى وسط حي القصور في مدينة إدلب.';
    expect(told(text)).toEqual(['air_drone_strike إدلب', 'air_drone_strike القصور']);
  });

  it.each([
    [
      'a town taken long ago',
      'قصفت المدفعية مدينة منبج التي سيطر عليها التنظيم.',
      ['shelling_artillery_missile منبج'],
    ],
    [
      'where something was',
      'سقطت قذائف على مدينة منبج.\nوهرعت فرق الإسعاف إلى مكان الاستهداف.',
      ['shelling_artillery_missile منبج'],
    ],
    [
      'blasts that keep coming',
      'انفجرت سيارة مفخخة في مدينة منبج.\nوتشهد بلدات ريف حلب تفجيرات متكررة تطال المدنيين.',
      ['remote_explosive_ied منبج'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text, { under: 'SY02' })).toEqual(expected);
  });

  it('hears what is believed of the aircraft, and counts the raid', () => {
    const text = 'شنت طائرات حربية يرجح أنها روسية أربع غارات على مدينة عربين.';
    expect(told(text, { under: 'SY03' })).toEqual(['air_drone_strike عربين']);
  });

  it('takes who tells of it for no doer', () => {
    const text = 'أعلنت قوات سوريا الديمقراطية مقتل ثلاثة من أعضائها في قصف مسيرة تركية على مدينة منبج.';
    const [one] = mentionsOf(text, { under: 'SY02', published: '2024-03-10' });
    expect(one?.actors.filter(({ role }) => role === 'initiator').map(({ id }) => id)).toEqual([
      'turkish_forces',
    ]);
  });

  it('puts the dead and the hurt joined to them on the fire that follows', () => {
    const text =
      'سقطت قذائف على مدينة حرستا. وسجل سقوط شهيدين بالإضافة لسقوط عشرات الجرحى في بلدة مسرابا جراء القصف المدفعي العنيف.';
    const tolls = mentionsOf(text, { under: 'SY03' }).map((one) => [
      one.place?.name,
      one.killed?.best ?? null,
    ]);
    expect(tolls).toEqual([
      ['حرستا', null],
      ['مسرابا', 2],
    ]);
  });
});
