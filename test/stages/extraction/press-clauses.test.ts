/** How the press builds its clauses: days of other things, who came from where, what a party has come to hold. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf } from './read-section.ts';

const PUBLISHED = '2016-03-11';

/** «attack تيرمعلة 03-11 2/-» */
function told(text: string): string[] {
  return mentionsOf(text, { published: PUBLISHED }).map(({ type, place, date, killed, injured }) => {
    const tolls = killed || injured ? ` ${killed?.low ?? '-'}/${injured?.low ?? '-'}` : '';
    return `${type} ${place?.name ?? '-'} ${date.slice(5)}${tolls}`;
  });
}

describe('the clauses of the press', () => {
  it.each([
    [
      'a town taken long before the bomb in it',
      'انفجرت دراجة مفخخة في سوق مدينة جرابلس التي سيطرت عليها الفصائل العام الماضي، ما أودى بحياة خمسة أشخاص.',
      ['remote_explosive_ied جرابلس 03-11 5/-'],
    ],
    [
      'a town taken, set beside another that fell long ago',
      'أعلن الثوار بسط سيطرتهم على مدينة جسر الشغور، بعد مدينة الرقة التي سقطت قبل ثلاثة أعوام.',
      ['non_state_actor_overtakes_territory جسر الشغور 03-11'],
    ],
    [
      'the dead of one fire, place by place',
      'قضى 12 مدنيا أمس في قصف صاروخي على مدينة نوى، وخمسة في بلدة تسيل، وثلاثة في جاسم.',
      [
        'shelling_artillery_missile نوى 03-10 12/-',
        'shelling_artillery_missile تسيل 03-10 5/-',
        'shelling_artillery_missile جاسم 03-10 3/-',
      ],
    ],
    [
      'what lies where it struck',
      'قصفت طائرات إسرائيلية محيط بلدة جمرايا حيث يقع مركز للبحوث.',
      ['air_drone_strike جمرايا 03-11'],
    ],
    [
      'where the reporter is',
      'أحصى مراسلنا في درعا مقتل ستة مدنيين في بلدة صيدا بغارات شنها الطيران الحربي.',
      ['air_drone_strike صيدا 03-11 6/-'],
    ],
    [
      'a capital that is somebody’s side',
      'استهدفت طائرات التحالف رتلا لفصيل موال لدمشق قرب معبر التنف.',
      ['air_drone_strike معبر التنف 03-11'],
    ],
    [
      'a capital that speaks',
      'شنت طائرات إسرائيلية غارة على بلدة الكسوة، وتحدثت دمشق عن خسائر.',
      ['air_drone_strike الكسوة 03-11'],
    ],
    [
      'who speaks, and tells of himself',
      'قال الجيش الإسرائيلي إنه ضرب فجرا مستودعات للذخيرة قرب بلدة الكسوة.',
      ['air_drone_strike الكسوة 03-11'],
    ],
    [
      'where gunmen came from',
      'استفاقت بلدة بصرى الشام على اشتباكات بين شبانها ومسلحين قدموا من معربة، ثم امتدت المواجهات إلى بلدة صماد.',
      ['armed_clash بصرى الشام 03-11', 'armed_clash صماد 03-11'],
    ],
    [
      'people of a town, and the region it lies in',
      'اعتقلت قوات النظام عشرين شابا من أهالي رنكوس بريف دمشق في مداهمات بدأت صباحا.',
      ['arrests رنكوس 03-11'],
    ],
    [
      'with knives and bullets',
      'روى ناجون أن عناصر من الشبيحة قتلوا بالسكاكين والرصاص عشرين شخصا في قرية الحصوية.',
      ['attack الحصوية 03-11 20/-'],
    ],
    [
      'the raid in which they were shot',
      'قتل ثلاثة من متطوعي الدفاع المدني بالرصاص بعد أن داهم مجهولون مركزهم في مدينة سراقب.',
      ['attack سراقب 03-11 3/-'],
    ],
    [
      'the town that names the road',
      'اغتال مجهولون تاجرا على طريق الشحيل في ريف دير الزور.',
      ['attack الشحيل 03-11 1/-'],
    ],
    [
      'a divided town, and the spot in it',
      'قتل قناص شابا كان يحاول العبور بين شطري حلب في حي بستان القصر.',
      ['attack بستان القصر 03-11 1/-'],
    ],
    [
      'a farm where somebody lived, and no name',
      'قتل قيادي في حزب الله بصاروخ إسرائيلي أصاب مزرعة يقيم فيها ببلدة حضر.',
      ['air_drone_strike حضر 03-11 1/-'],
    ],
    [
      'what a party has come to hold',
      'قال مصدر عسكري إن الجيش السوري بات يسيطر على مدينة الشيخ مسكين بالكامل بعد عشرة أشهر على سقوطها.',
      ['government_regains_territory الشيخ مسكين 03-11'],
    ],
    [
      'fire that both sides sent',
      'تبادل عناصر الفصيلين الرصاص والقذائف في بلدة الأتارب مساء أمس.',
      ['armed_clash الأتارب 03-10'],
    ],
    ['words exchanged', 'تبادل الطرفان الاتهامات حول القصف على بلدة الأتارب.', []],
    [
      'villages handed over',
      'سلمت فصائل المعارضة بلدتي صيدا وكحيل لقوات النظام بموجب اتفاق.',
      ['non_violent_transfer_of_territory صيدا 03-11', 'non_violent_transfer_of_territory كحيل 03-11'],
    ],
    ['a body handed over', 'سلمت قوات النظام جثة شاب لأهالي بلدة تسيل.', []],
    [
      'a siege ended that another laid',
      'أنهى الجيش السوري أمس حصارا فرضته الفصائل على قرية الفوعة.',
      ['other_strategic الفوعة 03-10'],
    ],
    [
      'a crowd that goes down to a square',
      'نزل آلاف الأشخاص إلى ساحة العاصي في مدينة حماة يوم الجمعة مطالبين برحيل الأسد.',
      ['peaceful_protest حماة 03-11'],
    ],
    ['prices that go down', 'نزل سعر الصرف في أسواق مدينة حلب وطالب التجار بخفض الضرائب.', []],
    [
      'a strike set beside others',
      'استهدفت غارات سوقا في دوما أوقعت 40 قتيلا، في واحدة من أكثر الهجمات دموية منذ هجوم الغوطة.',
      ['air_drone_strike دوما 03-11 40/-'],
    ],
    ['worry about what goes on', 'أعربت المنظمة عن قلقها من تصاعد القتال حول مدينة الزبداني.', []],
    [
      'weapons found on those who were seized',
      'ألقت الأسايش القبض على خلية في القامشلي ضبطت بحوزتها عبوات ناسفة.',
      ['arrests القامشلي 03-11'],
    ],
    [
      'a town stormed after shelling',
      'اقتحم الجيش السوري بلدة النيرب بعدما مهد بقصف مدفعي وفر أمامه عناصر النصرة.',
      ['armed_clash النيرب 03-11'],
    ],
    [
      'soldiers counted, and what they are',
      'ستة عشر جنديا منشقا أعدموا في بلدة إبلين.',
      ['attack إبلين 03-11 16/-'],
    ],
    [
      'people counted, what they were doing and who was among them',
      'إن أربعة عمال كانوا يحفرون بئرا، بينهم فتى، أصيبوا أمس بانفجار لغم في بلدة نوى.',
      ['remote_explosive_ied نوى 03-10 -/4'],
    ],
    [
      'a figure that rose, and the blast of those it counts',
      'ارتفع إلى 30 عدد القتلى الذين سقطوا أمس في انفجار هز بلدة سرمدا.',
      ['remote_explosive_ied سرمدا 03-10 30/-'],
    ],
    [
      'a town that only reads like a name',
      'قتل خمسة في مدينة نوى وثلاثة في جاسم بقصف صاروخي.',
      ['shelling_artillery_missile نوى 03-11 5/-', 'shelling_artillery_missile جاسم 03-11 3/-'],
    ],
    [
      'a town whose name reads like a verb',
      'الجيش السوري يستعيد تدمر من قبضة داعش',
      ['government_regains_territory تدمر 03-11'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
