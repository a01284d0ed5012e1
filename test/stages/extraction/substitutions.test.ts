/**
 * What a sentence tells does not hang on which town, number, party or opening stands in it. Each case is a frame in which
 * many words are put; what comes out is compared with what any reader would say. Sentences are invented.
 */
import { describe, expect, it } from 'vitest';
import { mentionsOf, told } from './read-section.ts';

const RAID = 'air_drone_strike';
const SHELLS = 'shelling_artillery_missile';
const CLASH = 'armed_clash';
const BLAST = 'remote_explosive_ied';
const KILLING = 'attack';
const PROTEST = 'peaceful_protest';

/** Towns whose names are other words too, beside some that are none. */
const TOWNS =
  'تدمر الميادين القريتين الباب سلمية منبج الرستن بنش سراقب داعل الشدادي الطبقة اعزاز جرابلس معرة_النعمان'
    .split(' ')
    .map((town) => town.replace('_', ' '));

describe('any town', () => {
  it.each([
    ['وفي @، قصفت المدفعية حيا سكنيا.', SHELLS],
    ['ففي @ قصفت المدفعية حيا سكنيا.', SHELLS],
    ['قتل ثلاثة مدنيين في قصف مدفعي على @.', SHELLS],
    ['غارات على @ أوقعت خمسة قتلى.', RAID],
    ['دارت اشتباكات عنيفة في محيط @.', CLASH],
    ['وسيطر الثوار على @ بعد اشتباكات.', 'non_state_actor_overtakes_territory'],
  ])('%s', (frame, type) => {
    const lost = TOWNS.filter((town) => !told(frame.replace('@', town)).includes(`${type} ${town}`));
    expect(lost).toEqual([]);
  });
});

const UNITS = ['', '', '', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'];
const TENS = ['', '', 'عشرين', 'ثلاثين', 'أربعين', 'خمسين', 'ستين', 'سبعين', 'ثمانين', 'تسعين'];

/** «تسعة وتسعين شخصا», in the genitive, from three to 99. */
function counted(people: number): string {
  if (people <= 10) return `${UNITS[people]} أشخاص`;
  if (people < 20) return `${people === 11 ? 'أحد' : people === 12 ? 'اثني' : UNITS[people - 10]} عشر شخصا`;
  const [tens, unit] = [TENS[Math.floor(people / 10)], people % 10];
  const one = unit === 0 ? '' : `${unit === 1 ? 'واحد' : unit === 2 ? 'اثنين' : UNITS[unit]} و`;
  return `${one}${tens} شخصا`;
}

describe('any number', () => {
  const numbers = Array.from({ length: 97 }, (_, index) => index + 3);

  it.each([
    'قصف الطيران مدينة بنش، ما أدى إلى مقتل @ وإصابة آخرين.',
    'أسفر القصف على مدينة بنش عن مقتل @.',
    'قتل ما لا يقل عن @ في قصف على مدينة بنش.',
    'ارتفعت حصيلة قتلى القصف على مدينة بنش إلى @.',
    'قصف على مدينة بنش يودي بحياة @.',
  ])('%s', (frame) => {
    const wrong = numbers.filter(
      (people) => mentionsOf(frame.replace('@', counted(people)))[0]?.killed?.low !== people,
    );
    expect(wrong).toEqual([]);
  });

  it('in parts of a whole that «و» joins after a comma', () => {
    const wrong = [3, 7, 8, 9, 12, 19, 90].filter((people) => {
      const text = `قتل ${people + 24} شخصا، بينهم 24 في قصف على مدينة دوما، و${counted(people).replace(/ (?:أشخاص|شخصا)$/, '')} في قصف على حي القصاع.`;
      const dead = mentionsOf(text).map(({ place, killed }) => `${place?.name} ${killed?.best}`);
      return dead.join('|') !== `دوما 24|القصاع ${people}`;
    });
    expect(wrong).toEqual([]);
  });
});

const OPENINGS = [
  '',
  'كما ',
  'وفي ريف دمشق، ',
  'وقال المرصد السوري إن ',
  'أفاد ناشطون بأن ',
  'وذكرت شبكة شام أن ',
  'في غضون ذلك، ',
  'من جهة أخرى، ',
];

describe('any party and any opening', () => {
  it.each([
    ['أن', ['طائرات التحالف الدولي', 'مقاتلات روسية', 'مروحيات النظام', 'طائرات حربية'], 'قصفت', RAID],
    ['أن', ['طائرات التحالف الدولي', 'مقاتلات روسية', 'مروحيات النظام'], 'أطلقت صواريخ على', RAID],
    [
      'أن',
      ['قوات النظام', 'فصائل المعارضة', 'القوات التركية', 'قوات سوريا الديمقراطية'],
      'قصفت بالمدفعية',
      SHELLS,
    ],
    ['أن', ['قوات النظام', 'القوات التركية', 'قوات سوريا الديمقراطية'], 'شنت هجوما على حاجز في', CLASH],
  ])('%s %s %s', (_, parties, verb, type) => {
    const wrong: string[] = [];
    for (const party of parties)
      for (const opening of OPENINGS) {
        const after = /(?:إن|أن) $/.test(opening);
        const text = after
          ? `${opening}${party} ${verb} مدينة داريا.`
          : `${opening}${verb.replace(/^(\S+)/, `$1 ${party}`)} مدينة داريا.`;
        if (told(text).join('|') !== `${type} داريا`) wrong.push(`${text} ${told(text).join('|')}`);
      }
    expect(wrong).toEqual([]);
  });

  it('says of whom activists tell', () => {
    const [mention] = mentionsOf('قال ناشطون إن التحالف الدولي قصف مدينة الرقة.');
    expect(mention?.actors.map(({ id }) => id)).toEqual(['us_led_coalition']);
    expect(mention?.attribution).toBe('ناشطون');
  });
});

/** What headlines and items of bulletins begin with, without a verb. */
const NOUNS: readonly (readonly [string, string])[] = [
  [RAID, 'غارات جوية على داريا'],
  [RAID, 'مجزرة في داريا بقصف جوي'],
  [RAID, 'مقتل عائلة في غارة على داريا'],
  [SHELLS, 'سقوط قذائف على داريا'],
  [CLASH, 'اشتباكات متقطعة على أطراف داريا'],
  [CLASH, 'تدمير دبابة بصاروخ مضاد للدروع في داريا'],
  [BLAST, 'انفجار سيارة مفخخة في داريا'],
  ['grenade', 'انفجار قنبلة يدوية في داريا'],
  [KILLING, 'محاولة اغتيال قيادي في داريا'],
  [KILLING, 'مقتل شاب برصاص مجهولين في داريا'],
  ['arrests', 'حملة اعتقالات في داريا'],
  ['arrests', 'القبض على خلية في داريا'],
  [PROTEST, 'وقفة احتجاجية في داريا'],
  ['other_strategic', 'حركة نزوح كبيرة من داريا'],
  ['disrupted_weapons_use', 'تفكيك عبوة ناسفة في داريا'],
  ['looting_property_destruction', 'تفجير منازل في داريا'],
];

describe('a noun that nothing governs tells what happened', () => {
  it.each(['@.', '- @', 'وفي ريف دمشق، @.', 'وقال المرصد السوري: @.', '@ أمس، بحسب ناشطين.'])(
    '%s',
    (frame) => {
      const wrong = NOUNS.filter(
        ([type, noun]) => told(frame.replace('@', noun)).join('|') !== `${type} داريا`,
      );
      expect(wrong).toEqual([]);
    },
  );
});

/** Events, as a verb and as its noun, of which the next words speak otherwise than as news. */
const ACTS = [
  'قصفت قوات النظام مدينة داريا',
  'سيطر الجيش على داريا',
  'شن الطيران غارات على داريا',
  'اعتقلت المخابرات ناشطين في داريا',
  'دارت معارك في داريا',
  'انفجرت سيارة مفخخة في داريا',
];
const NAMES_OF_ACTS = [
  'قصف مدينة داريا',
  'السيطرة على داريا',
  'شن غارات على داريا',
  'اعتقال ناشطين في داريا',
  'شن هجوم على داريا',
];

describe('what is no news of the day', () => {
  it.each([
    'في عام 2013 @.',
    'في بداية الثورة @.',
    'مع بدايات الحراك @.',
    'في مطلع الثمانينيات @.',
    'خلال حرب 1973 @.',
    'ويتذكر أبو محمد كيف @ وهو طفل.',
    'حين كنا صغارا @.',
    'لم يكن أحد يتخيل أن @.',
    'لو @ لتغير الأمر.',
    'إذا @ فسنرد.',
  ])('%s', (frame) => {
    const spoken = ACTS.filter((act) => told(frame.replace('@', act)).length > 0);
    expect(spoken).toEqual([]);
  });

  it.each([
    'هدد النظام ب@.',
    'حذر ناشطون من @.',
    'دعت المعارضة إلى وقف @.',
    'يروي الفيلم قصة @.',
    'صدر قرار بمنع @.',
    'في ذكرى @.',
    'توقع محللون @.',
  ])('%s', (frame) => {
    const spoken = NAMES_OF_ACTS.filter((act) => told(frame.replace('@', act)).length > 0);
    expect(spoken).toEqual([]);
  });
});
