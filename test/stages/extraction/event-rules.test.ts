import { describe, expect, it } from 'vitest';
import { eventGrammarOf } from '../../../src/knowledge/events/load-grammar.ts';
import { knowledge, mentionsOf } from './read-section.ts';

/** rule, governorate of the heading, text, type, place; published 2016-03-11 unless told. */
const CASES: readonly (readonly [rule: string, under: string, text: string, type: string, place: string])[] =
  [
    [
      'chemical',
      'SY07',
      'قصف الطيران المروحي بلدة سرمين ببراميل تحوي غاز الكلور.',
      'chemical_weapon',
      'سرمين',
    ],
    ['grenade', 'SY05', 'ألقى مجهولون قنبلة يدوية على محل في مدينة سلمية.', 'grenade', 'سلمية'],
    [
      'suicide',
      'SY04',
      'نفذ تنظيم الدولة عملية انتحارية على حاجز في بلدة القريتين.',
      'suicide_bomb',
      'القريتين',
    ],
    ['bomber', 'SY07', 'فجر انتحاري نفسه أمام مقر في مدينة أريحا.', 'suicide_bomb', 'أريحا'],
    [
      'driven-bomb',
      'SY02',
      'أحد مقاتلي التنظيم فجر سيارته المفخخة في بلدة الراعي.',
      'suicide_bomb',
      'الراعي',
    ],
    ['defused', 'SY12', 'فكك عناصر الهندسة عبوة ناسفة في مدينة طفس.', 'disrupted_weapons_use', 'طفس'],
    ['shot-down', 'SY05', 'أسقط الثوار طائرة استطلاع قرب بلدة مورك.', 'disrupted_weapons_use', 'مورك'],
    [
      'air-defence',
      'SY03',
      'تصدت وسائط الدفاع الجوي لصواريخ معادية في محيط الكسوة.',
      'disrupted_weapons_use',
      'الكسوة',
    ],
    [
      'blast',
      'SY09',
      'انفجرت عبوة ناسفة بسيارة عسكرية في مدينة الميادين.',
      'remote_explosive_ied',
      'الميادين',
    ],
    [
      'blast-of-shells',
      'SY02',
      'دوى انفجار في مدينة الباب ناجم عن صاروخ.',
      'shelling_artillery_missile',
      'الباب',
    ],
    [
      'planted',
      'SY12',
      'استهدف مجهولون سيارة قيادي بعبوة ناسفة في بلدة نصيب.',
      'remote_explosive_ied',
      'نصيب',
    ],
    ['bombs-dropped', 'SY03', 'ألقت المروحيات براميل متفجرة على مدينة داريا.', 'air_drone_strike', 'داريا'],
    ['air-raid', 'SY07', 'شن الطيران الحربي غارات على مدينة سراقب.', 'air_drone_strike', 'سراقب'],
    [
      'strike',
      'SY11',
      'نفذ التحالف الدولي ضربة جوية على مواقع قرب بلدة عين عيسى.',
      'air_drone_strike',
      'عين عيسى',
    ],
    [
      'more-strikes',
      'SY02',
      'نفذ طيران التحالف غارات جوية على بلدة دابق. وثلاث ضربات قرب بلدة صوران.',
      'air_drone_strike',
      'صوران',
    ],
    [
      'targets-named',
      'SY09',
      'شنت الطائرات الحربية غارات على بلدة الشحيل. ومن بين الأهداف مقر في بلدة البصيرة.',
      'air_drone_strike',
      'البصيرة',
    ],
    [
      'aggression',
      'SY03',
      'استهدف عدوان إسرائيلي بالصواريخ مواقع في محيط الكسوة.',
      'air_drone_strike',
      'الكسوة',
    ],
    ['sniping', 'SY03', 'استشهد مدني برصاص قناص في مدينة الزبداني.', 'attack', 'الزبداني'],
    [
      'protest-shot',
      'SY12',
      'أطلقت قوات الأمن النار على المتظاهرين في مدينة جاسم.',
      'excessive_force_against_protesters',
      'جاسم',
    ],
    [
      'protest-broken-up',
      'SY13',
      'فرقت قوات الأمن المتظاهرين في مدينة شهبا.',
      'protest_with_intervention',
      'شهبا',
    ],
    ['protest', 'SY07', 'خرجت مظاهرة حاشدة في مدينة بنش.', 'peaceful_protest', 'بنش'],
    ['protest-out', 'SY07', 'مئات المتظاهرين خرجوا في مدينة بنش.', 'peaceful_protest', 'بنش'],
    ['riot', 'SY08', 'اندلعت أعمال شغب في مدينة القامشلي.', 'violent_demonstration', 'القامشلي'],
    [
      'machine-guns',
      'SY12',
      'فتحت قوات النظام نيران رشاشاتها الثقيلة على أطراف بلدة عتمان.',
      'shelling_artillery_missile',
      'عتمان',
    ],
    ['assassination', 'SY12', 'اغتال مجهولون عضو المجلس المحلي في مدينة نوى.', 'attack', 'نوى'],
    ['shots', 'SY12', 'أصيب شاب إثر إطلاق النار عليه في بلدة المزيريب.', 'attack', 'المزيريب'],
    [
      'bombardment',
      'SY04',
      'قصفت قوات النظام بالمدفعية مدينة الرستن.',
      'shelling_artillery_missile',
      'الرستن',
    ],
    ['shells-fall', 'SY01', 'سقطت قذيفة هاون على حي باب توما.', 'shelling_artillery_missile', 'باب توما'],
    [
      'peaceful-handover',
      'SY05',
      'انسحبت قوات النظام من بلدة مورك.',
      'non_violent_transfer_of_territory',
      'مورك',
    ],
    [
      'handed-over',
      'SY12',
      'سلمت الفصائل مواقعها في بلدة تسيل.',
      'non_violent_transfer_of_territory',
      'تسيل',
    ],
    ['expelled', 'SY04', 'طردت قوات النظام عشرات العائلات من حي الوعر.', 'other_strategic', 'الوعر'],
    [
      'ground-taken',
      'SY05',
      'سيطر الثوار على بلدة حلفايا بعد معارك مع قوات النظام.',
      'non_state_actor_overtakes_territory',
      'حلفايا',
    ],
    [
      'ground-taking',
      'SY02',
      'تمكنت قوات الأسد من السيطرة على بلدة ماير.',
      'government_regains_territory',
      'ماير',
    ],
    ['ground-retaken', 'SY04', 'استعاد الجيش السوري بلدة مهين.', 'government_regains_territory', 'مهين'],
    [
      'security-restored',
      'SY03',
      'أعادت وحدات من الجيش الأمن والاستقرار إلى بلدة ميدعا.',
      'government_regains_territory',
      'ميدعا',
    ],
    ['clash', 'SY09', 'دارت اشتباكات بين تنظيم الدولة وقوات الأسد في حي الصناعة.', 'armed_clash', 'الصناعة'],
    ['crowd-attack', 'SY08', 'هاجم محتجون مبنى البلدية في مدينة عامودا.', 'violent_demonstration', 'عامودا'],
    ['thwarted', 'SY06', 'صد الثوار محاولة تقدم لقوات الأسد في بلدة سلمى.', 'armed_clash', 'سلمى'],
    ['mob', 'SY04', 'هاجم عشرات من أهالي البلدة نازحين في بلدة المخرم.', 'mob_violence', 'المخرم'],
    ['assault', 'SY05', 'شن تنظيم الدولة هجوما على حاجز قرب بلدة عقيربات.', 'armed_clash', 'عقيربات'],
    ['stormed', 'SY03', 'اقتحمت قوات الأمن مدينة حرستا.', 'other_strategic', 'حرستا'],
    ['fell-back', 'SY02', 'تراجع تنظيم داعش من بلدة الراعي.', 'armed_clash', 'الراعي'],
    ['advance', 'SY02', 'أحرز الثوار وشنوا تقدما في محيط بلدة حريتان.', 'armed_clash', 'حريتان'],
    ['failed-advance', 'SY05', 'فشلت قوات النظام في التقدم نحو بلدة اللطامنة.', 'armed_clash', 'اللطامنة'],
    ['eliminated', 'SY07', 'قضت وحدة من الجيش على مسلحين من جبهة النصرة في بلدة بنش.', 'armed_clash', 'بنش'],
    [
      'destroyed-from-air',
      'SY09',
      'دمرت طائرات روسية آليات قرب مدينة الميادين.',
      'air_drone_strike',
      'الميادين',
    ],
    ['destroyed', 'SY05', 'دمر الثوار دبابة لقوات الأسد في بلدة المغير.', 'armed_clash', 'المغير'],
    ['stray-bullets', 'SY01', 'تطاير الرصاص في حي القصاع.', 'attack', 'القصاع'],
    ['execution', 'SY09', 'أعدم تنظيم الدولة رجلين في مدينة الميادين.', 'attack', 'الميادين'],
    ['body-found', 'SY12', 'عثر الأهالي على جثة شاب في بلدة اليادودة.', 'attack', 'اليادودة'],
    ['killed-by-hand', 'SY05', 'قتل مدني برصاص عناصر حاجز في بلدة خطاب.', 'attack', 'خطاب'],
    ['killed-by-unknown', 'SY12', 'قتل الشاب سامر على يد مجهولين في بلدة نصيب.', 'attack', 'نصيب'],
    [
      'killed-too',
      'SY12',
      'قتل مدني برصاص قناص في بلدة نصيب، فيما قتل شاب آخر في مدينة نوى.',
      'attack',
      'نوى',
    ],
    ['stabbed', 'SY02', 'قتل شاب طعنا بالسكاكين في مدينة الباب.', 'attack', 'الباب'],
    ['massacre', 'SY05', 'وقعت مجزرة في بلدة القبير.', 'attack', 'القبير'],
    [
      'killed-by-forces',
      'SY03',
      'قتلت قوات النظام خمسة مدنيين في بلدة جديدة عرطوز.',
      'attack',
      'جديدة عرطوز',
    ],
    ['stones-and-tyres', 'SY08', 'قطع محتجون الطريق في مدينة المالكية.', 'violent_demonstration', 'المالكية'],
    ['abduction', 'SY13', 'خطف مجهولون شابا في مدينة شهبا.', 'abduction_forced_disappearance', 'شهبا'],
    ['arrest', 'SY07', 'اعتقلت هيئة تحرير الشام ناشطا في مدينة سرمدا.', 'arrests', 'سرمدا'],
    ['exchange', 'SY02', 'جرت عملية تبادل أسرى في بلدة العيس.', 'other_strategic', 'العيس'],
    ['agreement', 'SY03', 'توصلت الفصائل إلى اتفاق هدنة في بلدة ببيلا.', 'agreement', 'ببيلا'],
    ['displacement', 'SY05', 'نزحت مئات العائلات من بلدة كفرنبودة.', 'other_strategic', 'كفرنبودة'],
    ['siege', 'SY03', 'حاصرت قوات النظام بلدة مضايا.', 'other_strategic', 'مضايا'],
    ['siege-laid', 'SY03', 'فرضت قوات النظام حصارا على بلدة بقين.', 'other_strategic', 'بقين'],
    ['siege-lifted', 'SY02', 'كسر الثوار الحصار عن بلدة عندان.', 'other_strategic', 'عندان'],
    ['evacuation', 'SY03', 'خرجت دفعة من المهجرين من مدينة دوما.', 'other_strategic', 'دوما'],
    ['column', 'SY07', 'دخل رتل عسكري إلى بلدة كفر لوسين.', 'other_strategic', 'كفر لوسين'],
    ['group-changed', 'SY12', 'أعلنت فصائل في مدينة نوى اندماجها في تشكيل جديد.', 'change_to_group', 'نوى'],
    ['base-set-up', 'SY08', 'أنشأت قوات التحالف قاعدة في بلدة رميلان.', 'headquarters_established', 'رميلان'],
    [
      'looting',
      'SY07',
      'نهب عناصر قوات النظام منازل في مدينة خان شيخون.',
      'looting_property_destruction',
      'خان شيخون',
    ],
    ['rape', 'SY04', 'اغتصب عناصر الشبيحة امرأة في بلدة تلدو.', 'sexual_violence', 'تلدو'],
  ];

describe('event rules', () => {
  it.each(CASES)('%s', (rule, under, text, type, place) => {
    const mentions = mentionsOf(text, { under });
    expect(mentions.map((one) => [one.rule, one.type, one.place?.name.replace(/^ال/, '')])).toContainEqual([
      rule,
      type,
      place.replace(/^ال/, ''),
    ]);
  });

  it('has a text for every rule of the pack', () => {
    const tried = new Set(CASES.map(([rule]) => rule));
    expect(
      eventGrammarOf(knowledge)
        .rules.map(({ id }) => id)
        .filter((id) => !tried.has(id)),
    ).toEqual([]);
  });
});
