import { describe, expect, it } from 'vitest';
import { mentionsOf, told } from './read-section.ts';
import { shown, tolls } from './tolls-shown.ts';

describe('where it was and what it was', () => {
  it.each([
    [
      'a market in the middle of a town',
      '#إدلب: قتل ثلاثة أشخاص وأصيب ثمانية بانفجار دراجة مفخخة وسط سوق مدينة حارم.',
      ['remote_explosive_ied حارم'],
    ],
    [
      'a square of a quarter',
      'في حي الكلاسة قتل الثوار عنصرين من قوات النظام قنصا عند دوار جسر الحج.',
      ['armed_clash الكلاسة'],
    ],
    ['a street counts through its town', 'خرجت مظاهرة في شارع المنصور بالرقة.', ['peaceful_protest الرقة']],
    ['a roundabout alone', 'انفجرت عبوة ناسفة قرب دوار الصوامع.', ['remote_explosive_ied الرقة']],
    [
      'where a man is from who was taken',
      'خطفت عصابة مسلحة سائقا من محافظة حماة قرب بلدة حارم بريف إدلب.',
      ['abduction_forced_disappearance حارم'],
    ],
    [
      'who died under torture is of no place',
      'قصفت المدفعية بلدة حارم، كما استشهد شاب من بلدة سلقين تحت التعذيب في أحد الفروع.',
      ['shelling_artillery_missile حارم'],
    ],
    [
      'a place that the sentence moves on to',
      'قصفت المدفعية بلدة حارم، وعلى طريق سلقين انفجرت عبوة ناسفة بسيارة.',
      ['shelling_artillery_missile حارم', 'remote_explosive_ied سلقين'],
    ],
    [
      'barrels on three places',
      'ألقت المروحيات براميل على بلدة حارم فقضى تسعة أشخاص، وعلى مدينة سلقين حيث قتل اثنان، وعلى بلدة كفرتخاريم دون وقوع ضحايا.',
      ['air_drone_strike حارم', 'air_drone_strike سلقين', 'air_drone_strike كفرتخاريم'],
    ],
    [
      'men of the ministry that speaks',
      'أعلنت وزارة الدفاع السورية أن وحداتها استعادت السيطرة على مدينة حارم.',
      ['government_regains_territory حارم'],
    ],
    [
      'men of the faction that speaks',
      'أعلنت فصائل المعارضة أن مقاتليها سيطروا على بلدة حارم.',
      ['non_state_actor_overtakes_territory حارم'],
    ],
    [
      'a gas attack called so',
      'ارتفاع حصيلة الهجوم الكيميائي على حارم إلى 19 قتيلا.',
      ['chemical_weapon حارم'],
    ],
    [
      'a name that looks like a village',
      'قتل قائد مجموعة يدعى "علي جنيد" بانفجار لغم على مدخل مدينة "القريتين" الشرقي.',
      ['remote_explosive_ied القريتين'],
    ],
    [
      'crowds set upon',
      'اعتدى عناصر الأمن بالضرب على متظاهرين في مدينة حارم.',
      ['protest_with_intervention حارم'],
    ],
    [
      'bombers who set out',
      'انطلق انتحاري بعربته المفخخة نحو حاجز لقوات النظام في بلدة حارم.',
      ['suicide_bomb حارم'],
    ],
    [
      'a stray bullet is of the fight',
      'اندلعت اشتباكات في بلدة حارم، وأصيب طفل برصاصة طائشة.',
      ['armed_clash حارم'],
    ],
    ['a raid of Israel', 'عدوان صاروخي إسرائيلي على محيط بلدة الكسوة.', ['air_drone_strike الكسوة']],
    ['an evacuation', 'بدأ إجلاء مدنيين محاصرين من بلدة حارم.', ['other_strategic حارم']],
    [
      'shots in the air at a crowd',
      'أطلق عناصر الأمن النار في الهواء لتفريق مظاهرة في مدينة حارم.',
      ['protest_with_intervention حارم'],
    ],
    [
      'where shells were fired from',
      'سقطت قذائف على بلدة حارم أطلقت من جبل الأربعين.',
      ['shelling_artillery_missile حارم'],
    ],
    [
      'today since the morning',
      'تشهد بلدة حارم منذ الصباح قصفا مدفعيا.',
      ['shelling_artillery_missile حارم'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ['the ministry', 'أعلنت وزارة الدفاع السورية أن قواتها دخلت بلدة حارم.', ['syrian_government_forces']],
    ['a faction', 'قالت قوات سوريا الديمقراطية إن مقاتليها دمروا آلية في قرية الهول.', ['sdf']],
    ['nobody named', 'وأضاف المصدر أن قواتها دمرت آلية في قرية الهول.', []],
  ])('takes «قواتها» for the men of who speaks: %s', (_, text, expected) => {
    expect(mentionsOf(text).flatMap(({ actors }) => actors.map(({ id }) => id))).toEqual(expected);
  });
});

describe('the second of two towns', () => {
  it.each([
    ['lies in the country of the first', 'قصفت المدفعية أمس بلدتي عرسال والطيبة.', ['LB', 'LB']],
    [
      'lies here, where nothing joins them so',
      'قصفت المدفعية أمس عرسال، وبلدة الطيبة بريف حمص.',
      ['LB', 'SY'],
    ],
  ])('%s', (_, text, expected) => {
    expect(mentionsOf(text).map(({ country }) => country)).toEqual(expected);
  });
});

describe('what only speaks of war', () => {
  it.each([
    ['an anniversary', 'تمر اليوم الذكرى العاشرة على مجزرة حارم التي قتل فيها أربعون مدنيا بقصف للطيران.'],
    ['a check of a claim', 'تحقق الفريق من صحة مقطع مصور قيل إنه لقصف على بلدة حارم، وتبين أنه قديم ومضلل.'],
    ['a battle of farmers', 'يخوض مزارعو حارم معركة مع الجفاف بعد أن دمر الصقيع مواسمهم.'],
    ['weather', 'ضربت عاصفة رعدية بلدة حارم وألحقت أضرارا بالخيام.'],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it('is silent in news whose dates all lie years back, and not where the day is told', () => {
    const past =
      'انشق العقيد عام 2012 وأسس كتيبة. وفي تموز 2013 خاض معركته الأولى. وسيطر مقاتلوه على بلدة سلقين وقتلوا سبعة من جنود النظام.';
    expect(told(past, { published: '2021-05-01' })).toEqual([]);
    expect(told(`${past} وقصفت المدفعية أمس بلدة حارم.`, { published: '2021-05-01' })).toContain(
      'shelling_artillery_missile حارم',
    );
  });
});

describe('who died and was hurt, apart', () => {
  it.each([
    ['تحييد أربعة إرهابيين خلال مداهمة', '4 -'],
    ['تحييد الكهرباء عن الخلاف', ''],
    ['نفذ حكم القصاص بحق رجلين', '2 -'],
    ['قتل رجل، 48 عاما، وابنه، ثمانية أعوام، بقصف', '2 -'],
    ['قتل جنديان شابا عند الحاجز', '1 -'],
    ['استشهاد السيدة هند السالم، أم لأربعة أولاد، بطلقة قناص', '1 -'],
    ['قضى أربعة بقصف مدفعي', '4 -'],
    ['إن ستة مدنيين من عائلة السالم، بينهم طفلان، استشهدوا بغارة', '6 -'],
    ['لجان التنسيق: 29 قتيلا أمس.. واجتماع في باريس', '(29 -)'],
    ['لجان التنسيق: 29 قتيلا بغارات على حلب', '29 -'],
    ['قضى أربعة أيام في السجن', ''],
    ['قضى خمسة، هم أفراد عائلة واحدة، بغارة', '5 -'],
    ['بلغ عدد القتلى 44', '44 -'],
    ['لم تخلف سوى أضرار', '0 0'],
    ['انتهى الحريق من غير أن يصاب أحد', '0 0'],
    ['قصفت البلدة ولم تتحدث المصادر عن إصابات', ''],
    ['مقتل مزارعَين في حقلهما', '2 -'],
    ['قتل مواطنين بغارة', '3+ -'],
    ['لقي سبعة عناصر المصير نفسه', '7 -'],
    ['قتل ثلاثة في كل من حارم وسلقين', '(3 -)'],
    ['أعدم المسلحون أربعة رجال', '4 -'],
  ])('%s', (text, expected) => {
    expect(tolls(text)).toBe(expected);
  });

  it.each([
    [
      'counts of whom a part has its own event',
      'وثق المركز مقتل 19 مدنيا، سقط 15 منهم في ضربات شنتها المروحيات على مدينة حارم، بينما قضى أربعة بقصف مدفعي على بلدة سلقين.',
      ['حارم 15 -', 'سلقين 4 -'],
    ],
    [
      '«جراء ذلك» is the event just told',
      'قصفت المدفعية بلدة حارم، وقتل جراء ذلك أربعة مدنيين، بينما أعلن التنظيم مقتل 11 عنصرا باشتباكات في بلدة سلقين.',
      ['حارم 4 -', 'سلقين 11 -'],
    ],
    [
      'a part of those just counted adds none',
      'قتل 19 مدنيا بغارات على حارم، قضى 15 منهم في حي واحد.',
      ['حارم 19 -'],
    ],
    [
      'each place has its own',
      'ألقت المروحيات براميل على بلدة حارم فقضى تسعة أشخاص، وعلى مدينة سلقين حيث قتل اثنان، وعلى بلدة كفرتخاريم دون وقوع ضحايا.',
      ['حارم 9 -', 'سلقين 2 -', 'كفرتخاريم 0 0'],
    ],
  ])('%s', (_, text, expected) => {
    expect(
      mentionsOf(text).map(
        ({ place, killed, injured }) => `${place?.name} ${shown(killed)} ${shown(injured)}`,
      ),
    ).toEqual(expected);
  });
});
