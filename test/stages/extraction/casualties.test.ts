import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Count } from '../../../src/model/mention.ts';
import { type CasualtyDetail, findCasualties } from '../../../src/stages/extraction/casualties.ts';
import {
  type CasualtyLexicon,
  compileCasualtyLexicon,
} from '../../../src/stages/extraction/casualty-lexicon.ts';
import { anyText } from '../../arabic/texts.ts';
import { knowledge, readText } from './read-text.ts';

let lexicon: CasualtyLexicon | null = null;

function found(text: string): CasualtyDetail[] {
  lexicon ??= compileCasualtyLexicon(knowledge());
  return findCasualties(readText(text), lexicon);
}

/** «5», «3+» (vague, high open), «10-15», «≥1» (a number for dead and hurt together), «-» for nothing told. */
function shown(count: Count | null | undefined): string {
  if (!count) return '-';
  if (count.low === 1 && count.best === null) return '≥1';
  if (count.high === null) return `${count.low}+`;
  return count.low === count.high ? `${count.low}` : `${count.low ?? ''}-${count.high}`;
}

/** Dead and hurt of each finding: «5 -|- 3+». */
function tolls(text: string): string {
  return found(text)
    .map(({ killed, injured }) => `${shown(killed)} ${shown(injured)}`)
    .join('|');
}

describe('dead and hurt', () => {
  it.each([
    ['قتل خمسة مدنيين وجرح 14 آخرون في القصف', '5 14'],
    ['قُتل أمس ثلاثة أشخاص برصاص قناص', '3 -'],
    ['استشهد رجل وزوجته جراء القصف', '2 -'],
    ['ارتقى أربعة شهداء وأصيب العشرات بجروح', '4 10+'],
    ['لقي 12 عنصرا من قوات النظام مصرعهم', '12 -'],
    ['قضى ستة مقاتلين خلال المعارك', '6 -'],
    ['سقط عشرون قتيلا وأكثر من ثلاثين جريحا', '20 31+'],
    ['سقط عشرات الجرحى في المدينة', '- 10+'],
    ['ما أدى إلى مقتل طفلين وامرأة وإصابة أربعة آخرين', '3 4'],
    ['أسفر الانفجار عن استشهاد ثلاثة أطفال وامرأتين', '5 -'],
    ['ما أسفر عن مقتل سيدة وإصابة أطفالها الأربعة', '1 4'],
    ['ما خلف سبعة قتلى وعددا من الجرحى', '7 3+'],
    ['أوقع القصف قتيلاً و18 جريحاً', '1 18'],
    ['مما أدى لسقوط شهيد وثلاثة جرحى', '1 3'],
    ['مما أدى لسقوط شهيدين وعدد من الجرحى', '2 3+'],
    ['مما أدى لسقوط شهيدة طفلة والعديد من الجرحى', '1 3+'],
    ['أدت لسقوط شهداء وجرحى في الحي', '3+ 3+'],
    ['شهداء وجرحى جراء غارة على السوق', '3+ 3+'],
    ['إصابة طفل بشظايا قذيفة', '- 1'],
    ['مقتل قيادي في التنظيم مع اثنين من مرافقيه', '3 -'],
    ['أدت لاستشهاد إمام المسجد', '1 -'],
    ['اغتيال القيادي أبو سالم برصاص مجهولين', '1 -'],
    ['استشهاد محمد الفارس متأثرا بجراحه', '1 -'],
    ['تمكن الثوار من قتل تسعة عناصر', '9 -'],
    ['قتلت قوات النظام خمسة مدنيين في القرية', '5 -'],
    ['العثور على خمس جثث لمدنيين قرب الطريق', '5 -'],
    ['قتل نحو ثلاثين عنصرا', '30 -'],
    ['مقتل ما بين 10 و15 عنصرا', '10-15 -'],
    ['مقتل ما لا يقل عن أربعين شخصا', '40+ -'],
    ['بضعة قتلى في صفوف المهاجمين', '3-9 -'],
    ['وقتل مساء أمس برصاص قنص داخل البلدة أربعة أشخاص', '4 -'],
    ['مقتل 5 من عناصرها وإصابة آخر', '5 1'],
    ['أصيبت عائلة مكونة من خمسة أشخاص', '- 5'],
    ['قتل كل من سامر الحسن وفادي العلي برصاص مجهولين', '2 -'],
    ['مقتل كلاً من "سامر الحسن، فادي العلي، نزار الفارس"، بالانفجار', '3 -'],
    ['ما أدى إلى مقتلهما على الفور', '2 -'],
    ['ما أدى إلى إصابة الأول بجروح ومقتل الآخر', '1 1'],
    ['أصيب أحد المدنيين بجروح', '- 1'],
    ['اغتال مسلحون رئيس البلدية', '1 -'],
    ['القضاء على أربعة من متزعمي المجموعات', '4 -'],
    ['أوقعت عشرين إرهابيا قتلى', '20 -'],
    ['عثر الأهالي على جثامين العناصر التسعة', '9 -'],
    ['سقوط أربعة عسكريين وإصابة ثلاثة آخرين', '4 3'],
    ['فقد عشرات المدنيين حياتهم', '10+ -'],
    ['مقتل 280 مدنيا وعسكريا', '280 -'],
    ['باستشهاد ثلاثة مدنيين، سيدتان ورجل', '3 -'],
    ['ما أسفر عن إصابته في الكتف', '- 1'],
    ['قُتـ.ـل أيضا الشاب سامر وأُصـ.ـيب آخر', '1 1'],
    ['قتـ ـلى وجرحى بانفجار لغم', '3+ 3+'],
  ])('%s: %s', (text, expected) => {
    expect(tolls(text)).toBe(expected);
  });
});

describe('people before their verb', () => {
  it.each([
    ['إن أربعة مدنيين قتلوا وأصيب عشرة آخرون', '4 10'],
    ['أن أربع نساء وثلاثة أطفال قتلوا مساء السبت', '7 -'],
    ['إن ستة مدنيين استشهدوا وجرح 21 آخرون على الأقل', '6 21+'],
    ['أن 57 شهيدا ارتقوا جراء القذائف', '57 -'],
    ['ورجل استشهد برصاص قناص، وطفل وسيدة استشهدا جراء القصف', '1 -|2 -'],
    ['أن ما لا يقل عن 41 من القوات النظامية قتلوا', '41+ -'],
    ['و5 مواطنين بينهم طفلان استشهدوا جراء القصف', '5 -'],
    ['أن مدنيين قُتلا وجُرح خمسة آخرون', '2 5'],
    ['إن السيدة سعاد الحسن قتلت برصاص مجهولين', '1 -'],
    ['وكان رئيس القسم في المدينة قتل أمس بانفجار عبوة', '1 -'],
    ['قتل عنصر من الشرطة وأصيب ثلاثة آخرون', '1 3'],
  ])('%s: %s', (text, expected) => {
    expect(tolls(text)).toBe(expected);
  });
});

describe('one number for dead and hurt', () => {
  it.each([
    'مقتل وإصابة العشرات من المدنيين',
    'قتل وجرح العديد من عناصر التنظيم',
    'وقتلوا وجرحوا عددا من قوات الأسد',
    'سقوط عشرات القتلى والجرحى',
    'مقتل وجرح عدد من الطرفين',
    'سقط عشرون شخصا بين قتيل وجريح',
  ])('%s', (text) => {
    expect(tolls(text)).toBe('≥1 ≥1');
    expect(found(text)[0]?.killed?.vague).toBeTruthy();
  });
});

describe('zero, unknown and untold', () => {
  it.each([
    'ولم تسجل أي إصابة',
    'دون تسجيل إصابات بين المدنيين',
    'دون وقوع خسائر بشرية',
    'ولم يصب أحد بأذى',
    'واقتصرت الأضرار على الماديات',
    'أدت لخسائر مادية فقط',
    'بلا إصابات',
  ])('%s is zero', (text) => {
    expect(tolls(`قصفت المدفعية القرية ${text}`)).toBe('0 0');
  });

  it.each([
    'ولم ترد تفاصيل عن حجم الخسائر',
    'دون أنباء عن إصابات',
    'دون ورود معلومات عن خسائر بشرية',
    'ولم ترد أنباء عن سقوط ضحايا',
    'ومعلومات عن خسائر بشرية',
    'وأنباء عن سقوط ضحايا',
    'دون ذكر عدد القتلى',
  ])('%s is unknown', (text) => {
    expect(tolls(`قصفت المدفعية القرية ${text}`)).toBe('');
  });
});

describe('what is no casualty', () => {
  it.each([
    'تدمير ثلاث دبابات وعطب آلية',
    'أصابت القذيفة منزلين',
    'إصابة دبابتين بصواريخ موجهة',
    'حققوا إصابات مباشرة في صفوفهم',
    'أعلن 13 فصيلا مقاتلا التوحد',
    'الطفل سامر (12 عاما)',
    'عناصر كتيبة شهداء الحرية',
    'محاولة اغتيال قائد في اللواء',
    'سقوط ثلاثة براميل متفجرة',
    'شارع الشهداء',
    'الشخصية السياسية',
    'الطريق المؤدية للمدينة',
    'مقتل الجنود',
    'علاج الجرحى في المشافي',
  ])('%s', (text) => {
    expect(tolls(text)).toBe('');
  });
});

describe('groups', () => {
  function groups(text: string): Record<string, string> {
    const [first] = found(text);
    return Object.fromEntries(
      Object.entries(first?.groups ?? {}).map(([group, counts]) => [
        group,
        `${shown(counts?.killed)} ${shown(counts?.injured)}`,
      ]),
    );
  }

  it.each<[string, Record<string, string>]>([
    ['قتل تسعة مدنيين بينهم ثلاثة أطفال', { civilians: '9 -', children: '3 -' }],
    ['قتل 11 شخصا، من بينهم سبعة أطفال وامرأتان', { children: '7 -', women: '2 -' }],
    ['مقتل سبعة مدنيين هم امرأة وستة من أطفالها', { civilians: '7 -', women: '1 -', children: '6 -' }],
    ['قتل ثلاثة أشخاص جميعهم أطفال', { children: '3 -' }],
    ['قتل شخصان بينهم أطفال', { children: '2 -' }],
    ['مقتل 15 جنديا حكوميا', { government: '15 -' }],
    ['مقتل عشرين عنصرا من تنظيم الدولة', { isis: '20 -' }],
    ['قتل 13 مقاتلا معارضا وعشرون عنصرا من قوات النظام', { opposition: '13 -', government: '20 -' }],
    ['قتل وجرح عدد من عناصر حزب الله', { government: '≥1 ≥1' }],
    ['مقتل مسعف وإصابة مصور', { medical_aid_workers: '1 -', journalists: '- 1' }],
    ['سقوط جرحى في صفوف المدنيين', { civilians: '- 3+' }],
    ['قتل خمسة أشخاص بنيران قوات النظام', {}],
  ])('%s', (text, expected) => {
    expect(groups(text)).toEqual(expected);
  });

  it('adds nothing to the total for a split', () => {
    expect(tolls('مقتل عشرة بينهم أربعة أطفال وخمس نساء')).toBe('10 -');
  });

  it('names the actors whose people they are', () => {
    expect(found('مقتل ستة عناصر من تنظيم الدولة')[0]?.victims).toEqual(['islamic_state']);
  });
});

describe('other losses', () => {
  it.each<[string, 'abducted' | 'detained' | 'displaced', string]>([
    ['اعتقلت قوات النظام ثلاثة شبان', 'detained', '3'],
    ['إلقاء القبض على إرهابيين اثنين', 'detained', '2'],
    ['أسر أكثر من (30) جنديا', 'detained', '31+'],
    ['خطف مجهولون طبيبين من البلدة', 'abducted', '2'],
    ['نزوح آلاف المدنيين من القرى', 'displaced', '1000+'],
  ])('%s', (text, kind, expected) => {
    const [first] = found(text);
    expect(shown(first?.[kind])).toBe(expected);
    expect(first?.killed ?? null).toBeNull();
  });
});

describe('running tolls and totals', () => {
  it.each([
    ['ارتفعت حصيلة القتلى إلى 42 قتيلا و80 جريحا', '42 80'],
    ['ارتفع عدد ضحايا القصف على السوق إلى 25 قتيلاً و90 جريحاً', '25 90'],
    ['ليرتفع عدد الشهداء إلى عشرة', '10 -'],
    ['بلغت حصيلة الاشتباكات 24 قتيلا', '24 -'],
    ['ارتفع إلى 46 عدد الأشخاص الذين قضوا جراء التفجير', '46 -'],
  ])('%s', (text, expected) => {
    expect(tolls(text)).toBe(expected);
    expect(found(text)[0]).toMatchObject({ running: true, total: false });
  });

  it.each([
    'قتل 87 شخصا في سوريا أمس',
    'قتل أكثر من 300 ألف شخص منذ اندلاع الثورة',
    'وثقت الشبكة مقتل 120 مدنيا خلال شهر تموز',
    'استشهد 37 مدنيا في عدد من المحافظات',
    'ارتفع إلى 20 عدد الشهداء الذين قضوا أمس في محافظة درعا',
    'أن (36) شخصاً استشهدوا في حلب، و(22) في إدلب، و(21) في دمشق',
  ])('%s is a total', (text) => {
    expect(found(text)[0]?.total).toBe(true);
  });

  it('takes the first number of an article for the sum of those that follow place by place', () => {
    const text =
      'قتل خمسة مدنيين في غارات على الريف.\nوقتل ثلاثة في بلدة سرمين.\nكما قتل مدنيان في بلدة بنش.';
    expect(found(text).map(({ total }) => total)).toEqual([true, false, false]);
    expect(found(text.replace('خمسة', 'تسعة'))[0]?.total).toBe(false);
  });

  it('counts the parts that make up a whole as exact', () => {
    expect(tolls('مقتل ما لا يقل عن عشرين، بينهم 13 من قوات النظام وسبعة من تنظيم الدولة')).toBe('20 -');
  });

  it('keeps the people of one place apart from those of the next', () => {
    expect(tolls('مقتل تسعة مدنيين بينهم ثلاثة أطفال في قرية بليون وأربعة مدنيين في قرية البارة')).toBe(
      '9 -|4 -',
    );
  });

  it('says which place the people were told with', () => {
    expect(found('ما أدى لسقوط جرحى في تلبيسة')[0]?.place?.surface).toBe('تلبيسة');
  });
});

describe('findCasualties', () => {
  it('gives findings in order that slice the text, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const finding of found(text)) {
          expect(finding.start).toBeGreaterThanOrEqual(at);
          expect(finding.end).toBeGreaterThan(finding.start);
          expect(finding.end).toBeLessThanOrEqual(text.length);
          at = finding.start;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('reads long runs of casualty words', () => {
    expect(found('مقتل خمسة مدنيين وإصابة ثلاثة '.repeat(3_000)).length).toBeGreaterThan(1_000);
    expect(found('قتل '.repeat(20_000))).toEqual([]);
    expect(found('بينهم '.repeat(20_000))).toEqual([]);
  });
});
