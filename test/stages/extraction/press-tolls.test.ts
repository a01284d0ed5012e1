/** Tolls as agencies and the press tell them: place by place, twice, and by those who were there. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { toldWithTolls as tolls } from './tolls-shown.ts';

const SHELLS = 'shelling_artillery_missile';
const RAID = 'air_drone_strike';

describe('tolls of the press', () => {
  it.each([
    [
      'those of another place after the parts of the first',
      'أسفر القصف عن مقتل 6 مدنيين في وسط أريحا بينهم 3 أطفال، ومدنيين اثنين في "سرمين"، و5 في "النيرب".',
      [`${SHELLS} أريحا 6 -`, `${SHELLS} سرمين 2 -`, `${SHELLS} النيرب 5 -`],
    ],
    [
      'each place of the dead was struck by the cause told after them',
      'قتل ثلاثة مدنيين في مدينة سراقب بينهم طفل، وأربعة في بلدة حاس، وامرأتان في كفرنبل جراء غارات جوية.',
      [`${RAID} سراقب 3 -`, `${RAID} حاس 4 -`, `${RAID} كفرنبل 2 -`],
    ],
    [
      'all quarters of a list before the cause',
      'أفاد مراسلنا بسقوط عشرين قتيلا على الأقل وعشرات الجرحى في أحياء الشعار والحيدرية جراء البراميل المتفجرة.',
      [`${RAID} الشعار 20+ 10+`, `${RAID} الحيدرية - -`],
    ],
    [
      'a tally that the text then tells place by place',
      'ارتفع عدد القتلى إلى 11 جراء قصف مدفعي على مدينة أريحا. وقال الدفاع المدني إن القصف أسفر عن مقتل 5 مدنيين في مدينة أريحا، واثنين في سرمين، و4 في النيرب.',
      [`${SHELLS} أريحا 5 -`, `${SHELLS} سرمين 2 -`, `${SHELLS} النيرب 4 -`],
    ],
    [
      'dead and hurt of another place without a cause',
      'ألقت المروحيات براميل متفجرة على حي السكري بحلب، ما أدى إلى مقتل ثمانية، بينما قتل خمسة وجرح آخرون في مدينة منبج.',
      [`${RAID} السكري 8 -`, `${RAID} منبج 5 3+`],
    ],
    [
      'no fire where only dead are told of another place',
      'ألقت المروحيات براميل متفجرة على حي السكري بحلب، بينما قتل شاب في مدينة منبج.',
      [`${RAID} السكري - -`],
    ],
    [
      'the raids of a sentence together',
      'شنت طائرات النظام غارات على مدينة كفرنبل، في حين قصفت طائرات روسية بلدة بداما.\nوأسفرت الغارات عن مقتل عشرة مدنيين.',
      [`${RAID} كفرنبل 10 -`, `${RAID} بداما - -`],
    ],
    [
      'what goes on beside the lead',
      'قتل 20 مدنيا في غارات على ريف إدلب، فيما قتل 32 بقصف عنيف شنته مقاتلات النظام على مناطق عدة في الغوطة الشرقية. وقتل خمسة في غارة على سراقب، وثلاثة في غارة على بنش.',
      [`${RAID} الغوطة الشرقية 32 -`, `${RAID} سراقب 5 -`, `${RAID} بنش 3 -`],
    ],
    [
      'another attack is of the kind told before',
      'شنت طائرات حربية غارات على مدينة حرستا، وقتل 6 أشخاص في هجوم آخر طال سوقا في دوما.',
      [`${RAID} حرستا - -`, `${RAID} دوما 6 -`],
    ],
    [
      'some of those told before are no more of them',
      'قال المرصد إن 31 شخصا قتلوا في القصف على حي كرم الزيتون، علما أن جثث بعض القتلى متفحمة.',
      [`${SHELLS} كرم الزيتون 31 -`],
    ],
    [
      'the hurt that a doctor of the place tells of, and the dead of the quarter beside it',
      'قصف الجيش النظامي حي كرم الزيتون بمدينة حمص صباح أمس ما أدى إلى مقتل 31 شخصا. وكان المرصد أكد في وقت سابق أمس مقتل 15 شخصا في حي كرم الزيتون وشخص واحد في حي البياضة. وقال طبيب ميداني في كرم الزيتون "لدينا حتى الآن 40 جريحا".',
      [`${SHELLS} كرم الزيتون 31 40`, `${SHELLS} البياضة 1 -`],
    ],
    [
      'the dead of a quarter of the town that was struck',
      'شنت المروحيات غارات على مدينة حلب. وقتل ثلاثة مدنيين في حي المرجة.',
      [`${RAID} المرجة 3 -`],
    ],
    [
      'where both villages lie is no third of them',
      'استهدف القصف بلدتي حيش وبسيدا، الواقعتين جنوبي إدلب.',
      [`${SHELLS} حيش - -`, `${SHELLS} بسيدا - -`],
    ],
  ])('%s', (_, text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });
});

describe('the same dead and others', () => {
  it.each([
    [
      "another source's figure of the same dead",
      'قتل 14 مدنيا في غارة على مدينة سراقب، فيما تحدث الدفاع المدني عن 12 قتيلا.',
      [`${RAID} سراقب 12-14 -`],
    ],
    [
      'an exact figure for a vague one',
      'عشرات القتلى بقذيفة سقطت في سوق بلدة جرمانا، وقال مصدر طبي إن 23 شخصا فارقوا الحياة.',
      [`${SHELLS} جرمانا 23 -`],
    ],
    [
      'others whom a source tells of come on top',
      'قتل 14 مدنيا في غارة على مدينة سراقب، وقال المرصد إن خمسة آخرين قتلوا.',
      [`${RAID} سراقب 19 -`],
    ],
    [
      'those killed elsewhere by something else',
      'قتل 14 مدنيا في غارة على مدينة سراقب، وذكر المرصد أن ثلاثة قتلوا بقذائف على بلدة الأتارب.',
      [`${RAID} سراقب 14 -`, `${SHELLS} الأتارب 3 -`],
    ],
    [
      'a part told after the verb',
      'سبعة مدنيين قتلوا، أربعة منهم أطفال، بقصف قوات النظام على بلدة محجة.',
      [`${SHELLS} محجة 7 -`],
    ],
    [
      'a person named and people counted',
      'قتل المصور الألماني وخمسة سوريين في قصف على بلدة محجة.',
      [`${SHELLS} محجة 6 -`],
    ],
    [
      'a person named, and people with a verb of their own',
      'قتل الناشط محمد الأحمد وخمسة أشخاص أصيبوا بقصف على بلدة محجة.',
      [`${SHELLS} محجة 1 5`],
    ],
    [
      'the dead before what left them',
      'تسعة قتلى، وفق مصادر طبية، خلفتهم غارة على مدينة سراقب.',
      [`${RAID} سراقب 9 -`],
    ],
    ['a bare number that a raid claimed', 'غارات على مدينة سراقب أوقعت تسعة.', [`${RAID} سراقب 9 -`]],
    [
      'whoever is caught is not dead',
      'غارات على مدينة سراقب، ومعارك أوقعت خمسة في الأسر.',
      [`${RAID} سراقب - -`],
    ],
    [
      'a bare number that closes a tally',
      'بلغ عدد القتلى بالغارة على مدينة سراقب 36.',
      [`${RAID} سراقب 36 -`],
    ],
    [
      'a day after a tally is no figure',
      'غارة على مدينة سراقب، وبلغ عدد القتلى ذروته في 15 آذار.',
      [`${RAID} سراقب - -`],
    ],
    [
      'an aggression that somebody carried out',
      'استشهد أربعة عسكريين وجرح ثلاثة جراء العدوان الذي نفذه الاحتلال الإسرائيلي على مدينة مصياف.',
      [`${RAID} مصياف 4 3`],
    ],
    ['one that is only condemned', 'أدانت الخارجية العدوان الذي شنته إسرائيل على مدينة مصياف.', []],
    [
      'raids of the night are at no place of that name',
      'الهجمات الإسرائيلية الليلية على مدينة مصياف أوقعت خمسة قتلى.',
      [`${RAID} مصياف 5 -`],
    ],
    ['someone of the opposition', 'قتل معارض بارز في قصف على بلدة محجة.', [`${SHELLS} محجة 1 -`]],
  ])('%s', (_, text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });
});
