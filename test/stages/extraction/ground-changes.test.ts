/** Ground gained, lost and handed over, sieges and ambushes, in the words that outlets use for them. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf, told } from './read-section.ts';

const TAKEN = 'non_state_actor_overtakes_territory';
const REGAINED = 'government_regains_territory';
const LEFT = 'non_violent_transfer_of_territory';

describe('ground that changes hands', () => {
  it.each([
    ['is free', 'مدينة كفرنبل محررة بالكامل بعد معارك عنيفة خاضها الثوار.', [`${TAKEN} كفرنبل`]],
    [
      'is told free by its takers',
      'أعلن الثوار بلدتي مورك وحلفايا محررتين.',
      [`${TAKEN} مورك`, `${TAKEN} حلفايا`],
    ],
    ['is free of terror', 'وأعلن الجيش السوري بلدة حلفايا خالية من الإرهاب.', [`${REGAINED} حلفايا`]],
    ['has come under control', 'وأصبحت بلدة مورك تحت سيطرة فصائل المعارضة.', [`${TAKEN} مورك`]],
    ['is in somebody’s hands', 'باتت مدينة سراقب في أيدي قوات النظام.', [`${REGAINED} سراقب`]],
    ['falls, in a headline', 'مدينة أريحا تسقط بيد جيش الفتح', [`${TAKEN} أريحا`]],
    ['comes back', 'عادت مدينة مورك إلى حضن الدولة بعد معارك عنيفة.', [`${REGAINED} مورك`]],
    ['under a flag', 'رفع مقاتلو الجيش الحر رايتهم فوق بلدة معردس.', [`${TAKEN} معردس`]],
    ['is entered by fighters', 'دخل مقاتلو تنظيم الدولة بلدة أخترين مساء اليوم.', [`${TAKEN} أخترين`]],
    ['is seized', 'استحوذ الثوار على بلدة صوران.', [`${TAKEN} صوران`]],
    ['is taken from somebody', 'تم تحرير مدينة معرة النعمان من قوات النظام.', [`${TAKEN} معرة النعمان`]],
    ['is cleansed', 'دخلت قوات النظام بلدة مورك وطهرتها من مسلحي الفصائل.', [`${REGAINED} مورك`]],
    [
      'in villages named after their number',
      'خسر جيش الإسلام خمس قرى في الغوطة الشرقية منها زبدين وبزينة.',
      [`${REGAINED} زبدين`, `${REGAINED} بزينة`],
    ],
    [
      'before another act of the taker',
      'اقتحم الثوار حاجزا في بلدة مورك بعد أن سيطروا على قرية لحايا.',
      ['armed_clash مورك', `${TAKEN} لحايا`],
    ],
    ['after months of siege', 'استولى الثوار على مطار تفتناز بعد شهرين من الحصار.', [`${TAKEN} مطار تفتناز`]],
    ['under fire that only presses', 'انسحبت الفصائل من بلدة حيان تحت وطأة القصف.', [`${LEFT} حيان`]],
    ['is handed over', 'تسلم الجيش السوري بلدة بصر الحرير من الفصائل.', [`${LEFT} بصر الحرير`]],
    [
      'with villages before their verb',
      'حلفايا ومورك باتتا تحت سيطرة الثوار.',
      [`${TAKEN} حلفايا`, `${TAKEN} مورك`],
    ],
    ['is recovered', 'استرجع الثوار قرية الزلاقيات بعد هجوم معاكس.', [`${TAKEN} الزلاقيات`]],
    ['under control again', 'أعاد الثوار السيطرة على قرية الزلاقيات.', [`${TAKEN} الزلاقيات`]],
    ['is given to others', 'سلم تنظيم الدولة بلدة تل أبيض لوحدات حماية الشعب.', [`${LEFT} تل أبيض`]],
    [
      'in the second verb of a headline',
      'مقاتلو الفصائل يدمرون دشما ويسيطرون على مبان في بلدة مورك',
      [`${TAKEN} مورك`],
    ],
    ['is left at last', 'اكتمل خروج جيش الإسلام من مدينة دوما.', [`${LEFT} دوما`]],
    [
      'by which another town is cut off',
      'عزلت قوات النظام المدينة بسيطرتها على بلدة مديرا.',
      [`${REGAINED} مديرا`],
    ],
    ['under somebody’s power', 'بسط الثوار سلطتهم على بلدة مورك.', [`${TAKEN} مورك`]],
    ['under control, in a headline', 'مورك تحت سيطرة الثوار بعد معارك عنيفة', [`${TAKEN} مورك`]],
    [
      'is entered when its defences fall',
      'انهارت دفاعات الفصائل في بلدة عطشان فدخلتها قوات النظام.',
      [`${REGAINED} عطشان`],
    ],
    ['is entered in peace', 'دخلت قوات النظام مدينة جاسم سلما.', [`${LEFT} جاسم`]],
    ['is left by fighters', 'غادر آخر مقاتلي الفصائل مدينة داريا.', [`${LEFT} داريا`]],
  ])('%s', (_, text, expected) => {
    expect(told(text, { published: '2016-03-11' })).toEqual(expected);
  });

  it.each([
    ['captives freed', 'حررت الفصائل ثلاثة أسرى من سجن في بلدة مورك.'],
    ['a town long under control', 'بلدة مورك تحت سيطرة الفصائل منذ عام 2014 ويعيش فيها آلاف النازحين.'],
    ['a contract', 'وقعت الحكومة وروسيا اتفاقا لاستثمار ميناء طرطوس.'],
    ['a swindle', 'وقع الشاب في فخ الابتزاز في مدينة الباب.'],
    ['a budget', 'عجزت قوات النظام عن دفع رواتب الموظفين في مدينة درعا.'],
    ['aircraft that only pass', 'اخترقت طائرات إسرائيلية الأجواء فوق مدينة دمشق.'],
    ['why a ministry speaks', 'على خلفية هجوم على بلدة مورك، أصدرت الوزارة بيانا.'],
    ['people turned away', 'عاد النازحون على أعقابهم إلى مخيم الركبان.'],
    ['papers in order', 'أمسكت بلدية حماة بملفات الفساد.'],
    ['how things are', 'مدينة سراقب تحت سيطرة الفصائل والحياة فيها طبيعية.'],
    ['land long held', 'تعاني المناطق المحررة في ريف إدلب نقصا في الخبز.'],
    ['which town it is', 'زار الوفد أول مدينة محررة في ريف حلب.'],
    ['how things have been for years', 'مدينة إدلب في يد الفصائل منذ عام 2015 والسكان فيها بلا كهرباء.'],
    ['what somebody wants', 'قال الوزير إن مدينة منبج يجب أن تعود إلى حضن الدولة.'],
    ['a flag of a crowd', 'رفع طلاب المدرسة العلم في مدينة جرمانا.'],
    ['a rank', 'احتل النادي المركز الثاني في دوري مدينة حماة.'],
    ['envoys', 'دخل وفد من أحرار الشام مدينة اعزاز للتفاوض.'],
    ['what an army is given', 'تسلم الجيش السوري دفعة دبابات في ميناء طرطوس.'],
    ['mines cleared', 'طهرت وحدات الهندسة بلدة مضايا من الألغام.'],
    ['firemen', 'خرجت كتيبة الإطفاء من مدينة دوما لإخماد حريق.'],
    ['who only threatens', 'هددت قوات النظام بسيطرتها على بلدة مديرا.'],
    ['arms given up', 'سلم المسلحون أسلحتهم في بلدة جاسم.'],
    ['a proposal', 'تقدمت الفصائل باقتراح إلى أهالي بلدة مورك.'],
    ['families of the dead', 'زارت الجمعية أسر الشهداء في بلدة مضايا.'],
    ['a town long under siege', 'يعاني المدنيون في حي الوعر المحاصر من نقص الغذاء.'],
    ['exercises', 'نفذت الفصائل في بلدة حيان مناورات حاكت صد هجوم بالدبابات.'],
  ])('takes none from %s', (_, text) => {
    expect(told(text, { published: '2017-05-01' })).toEqual([]);
  });
});

describe('fights by their kind', () => {
  it.each([
    [
      'a raid on foot',
      'نفذ الثوار إغارة على نقطة لقوات النظام في بلدة الزلاقيات.',
      ['armed_clash الزلاقيات'],
    ],
    ['gunmen who raid', 'أغار مسلحون على حاجز لقوات النظام في بلدة مورك.', ['armed_clash مورك']],
    [
      'fighters lying in wait',
      'كمنوا لدورية من قوات النظام قرب بلدة نوى وقتلوا أربعة من عناصرها.',
      ['armed_clash نوى'],
    ],
    ['a surprise', 'باغت الثوار قوات النظام في قرية الحويز.', ['armed_clash الحويز']],
    ['a post attacked', 'هوجم حاجز لقوات النظام في بلدة داعل ليل أمس.', ['armed_clash داعل']],
    ['streets', 'شهد حي الميدان في حلب حرب شوارع بين الثوار وقوات النظام.', ['armed_clash الميدان']],
    ['flaring up', 'واحتدمت المعارك بين الثوار وقوات النظام في بلدة عرى.', ['armed_clash عرى']],
    [
      'a guided missile before its verb',
      'بصاروخ تاو أحرق مقاتلو الفصائل دبابة لقوات النظام قرب بلدة كفرنبودة.',
      ['armed_clash كفرنبودة'],
    ],
    [
      'raids beside the fight',
      'تشهد بلدة مورك مواجهات ضارية على وقع غارات روسية.',
      ['armed_clash مورك', 'air_drone_strike مورك'],
    ],
    ['nobody who flees', 'دارت معارك كر وفر بين الثوار وقوات النظام في بلدة معردس.', ['armed_clash معردس']],
    ['a town encircled now', 'قوات سوريا الديمقراطية تطوق مدينة منبج', ['other_strategic منبج']],
    ['a city encircled', 'باتت مدينة دوما محاصرة.', ['other_strategic دوما']],
    ['a column struck', 'ضرب الثوار رتلا عسكريا قرب بلدة خناصر وأوقعوا عشرات القتلى.', ['armed_clash خناصر']],
    ['a town encircled', 'بات حي الوعر محاصرا بالكامل.', ['other_strategic الوعر']],
    ['losses of one side', 'تكبدت قوات النظام خسائر فادحة على جبهة بلدة باشكوي.', ['armed_clash باشكوي']],
    ['progress', 'حقق الثوار تقدما على جبهة حي الليرمون.', ['armed_clash الليرمون']],
    ['a storming that failed', 'فشلت قوات النظام في اقتحام بلدة مورك.', ['armed_clash مورك']],
    [
      'a raid, and no pact signed abroad',
      'نفذ الثوار إغارة على نقطة لقوات النظام في بلدة الزلاقيات، هي الأولى منذ اتفاق سوتشي.',
      ['armed_clash الزلاقيات'],
    ],
    ['among factions', 'على خلفية خلاف عائلي، اندلع تناحر بين مسلحين في بلدة مورك.', ['armed_clash مورك']],
    ['lines that held', 'أخفقت قوات النظام في اختراق تحصينات الثوار في بلدة مورك.', ['armed_clash مورك']],
    ['an officer shot', 'سقط العقيد خالد برصاص قناصي الجيش الحر في بلدة مورك.', ['armed_clash مورك']],
    [
      'those who met them',
      'جرح أربعة من مقاتلي التنظيم إثر تصدي الفصائل لهم قرب بلدة مورك.',
      ['armed_clash مورك'],
    ],
    [
      'a long siege lifted',
      'فك الجيش السوري الحصار المفروض منذ قرابة ثلاث سنوات على مطار كويرس.',
      ['other_strategic مطار كويرس'],
    ],
    ['a ring broken', 'فتح الجيش السوري ثغرة في الطوق حول بلدة نبل.', ['other_strategic نبل']],
  ])('%s', (_, text, expected) => {
    expect(told(text, { published: '2016-03-11' })).toEqual(expected);
  });

  it('counts an officer and the men told with him', () => {
    const [fight] = mentionsOf('مقتل العقيد أحمد خضور وسبعة عناصر في كمين قرب بلدة مورك.');
    expect(fight?.killed?.best).toBe(8);
  });

  it('takes no fighters in flight for people driven out', () => {
    expect(told('فر عشرات من مقاتلي التنظيم من مدينة منبج.')).toEqual([]);
    expect(told('فر مئات المدنيين من مدينة منبج.')).toEqual(['other_strategic منبج']);
  });
});
