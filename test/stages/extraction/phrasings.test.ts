/**
 * The same told in other words: parts of sentences, stories and round-ups put together at random must tell just what
 * each part tells. What single rules promise, these promise of all of them together. Texts are invented.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Count, Mention } from '../../../src/model/mention.ts';
import { mentionsOf } from './read-section.ts';

const PUBLISHED = '2016-03-11';

/** A count where it is exact, `~` and the low where it is not. */
function told(count: Count | null): string {
  if (count === null) return '-';
  return count.low === count.high ? `${count.low}` : `~${count.low}`;
}

function line({ type, place, killed, injured }: Mention): string {
  return `${type} ${place?.name ?? '-'} ${told(killed)} ${told(injured)}`;
}

const SHELLING = 'shelling_artillery_missile';
const RAID = 'air_drone_strike';
const BLAST = 'remote_explosive_ied';

/** What happens in the town of سراقب, and as what. */
const ACTS: readonly (readonly [text: string, type: string])[] = [
  ['قصفت قوات النظام بالمدفعية مدينة سراقب', SHELLING],
  ['تعرضت مدينة سراقب لقصف عنيف براجمات الصواريخ', SHELLING],
  ['قصف مدفعي لقوات النظام على مدينة سراقب', SHELLING],
  ['سقطت عدة قذائف هاون على مدينة سراقب', SHELLING],
  ['طال قصف صاروخي مدينة سراقب', SHELLING],
  ['أمطرت قوات النظام مدينة سراقب بوابل من القذائف', SHELLING],
  ['جددت قوات النظام قصفها المدفعي على مدينة سراقب', SHELLING],
  ['أغار الطيران الحربي على مدينة سراقب', RAID],
  ['نفذت الطائرات الحربية ثلاث غارات استهدفت مدينة سراقب', RAID],
  ['ألقت مروحيات النظام براميل متفجرة على مدينة سراقب', RAID],
  ['تعرضت مدينة سراقب لغارات جوية مكثفة', RAID],
  ['استهدفت غارة جوية سوقا شعبيا في مدينة سراقب', RAID],
  ['انفجرت سيارة مفخخة في مدينة سراقب', BLAST],
  ['هز انفجار عنيف مدينة سراقب', BLAST],
  ['وقع انفجار ناجم عن عبوة ناسفة في مدينة سراقب', BLAST],
  ['فجر انتحاري نفسه في مدينة سراقب', 'suicide_bomb'],
  ['استهدف هجوم انتحاري حاجزا في مدينة سراقب', 'suicide_bomb'],
];
const EFFECTS = [
  '، ما أدى إلى ',
  '، مما أسفر عن ',
  '، ما تسبب في ',
  '، وأدى ذلك إلى ',
  '، الأمر الذي أدى إلى ',
  '، أسفرت عن ',
  '، ونجم عن ذلك ',
  '، متسببا ب',
  '، نجم عنه ',
  '، وسط أنباء عن ',
  '، و',
] as const;
/** Their dead and hurt. */
const TOLLS: readonly (readonly [text: string, killed: string, injured: string])[] = [
  ['مقتل خمسة مدنيين', '5', '-'],
  ['مقتل 7 أشخاص وإصابة 12 آخرين', '7', '12'],
  ['إصابة أربعة أطفال', '-', '4'],
  ['سقوط ستة شهداء', '6', '-'],
  ['ارتقاء شهيدين', '2', '-'],
  ['مقتل طفل وإصابة والدته', '1', '1'],
  ['وقوع 9 قتلى و20 جريحا', '9', '20'],
  ['مقتل عائلة مؤلفة من خمسة أفراد', '5', '-'],
];

/** A news story: one event, however it is headed, led and gone on with. */
interface Story {
  readonly tells: string;
  readonly heads: readonly string[];
  readonly leads: readonly string[];
  readonly details: readonly string[];
}

const STORIES: readonly Story[] = [
  {
    tells: `${RAID} أريحا 5 12`,
    heads: [
      '',
      'مجزرة في أريحا بغارات روسية\n',
      'قتلى وجرحى بقصف على أريحا في ريف إدلب\n',
      'غارات على ريف إدلب تخلف قتلى\n',
      'الطيران الروسي يقتل خمسة مدنيين في إدلب\n',
    ],
    leads: [
      'قتل خمسة مدنيين وأصيب 12 آخرون، اليوم الجمعة، جراء غارات جوية روسية استهدفت مدينة أريحا بريف إدلب.',
      'استشهد خمسة مدنيين وجرح 12 بقصف جوي روسي على مدينة أريحا جنوب إدلب، اليوم الجمعة.',
      'شنت طائرات روسية غارات على مدينة أريحا بريف إدلب، ما أسفر عن مقتل خمسة مدنيين وإصابة 12.',
    ],
    details: [
      'وقال مراسلنا إن الطائرات الروسية استهدفت بأربع غارات الحي الشمالي في المدينة.',
      'وأضاف أن القصف استهدف سوقا شعبية وسط المدينة، وأن بين القتلى طفلين وامرأة.',
      'وأوضح المصدر أن الغارات أدت إلى دمار واسع في المنازل.',
      'وتتعرض مدن وبلدات ريف إدلب لقصف متواصل منذ أسابيع.',
      'وكانت طائرات النظام قد قصفت المدينة قبل شهر ما أدى إلى مقتل عشرة مدنيين.',
      'وبلغت حصيلة قتلى التصعيد منذ مطلع العام 300 مدني.',
    ],
  },
  {
    tells: `${BLAST} اعزاز 4 9`,
    heads: [
      '',
      'انفجار سيارة مفخخة في اعزاز\n',
      'قتلى وجرحى بتفجير في ريف حلب\n',
      'سيارة مفخخة تضرب اعزاز\n',
      'تفجير يهز مدينة اعزاز\n',
    ],
    leads: [
      'قتل أربعة أشخاص وأصيب تسعة بانفجار سيارة مفخخة وسط مدينة اعزاز شمالي حلب، اليوم الجمعة.',
      'هز انفجار عنيف مدينة اعزاز ظهر اليوم، ناجم عن سيارة مفخخة، وأسفر عن مقتل أربعة مدنيين وإصابة تسعة.',
    ],
    details: [
      'وقال مراسلنا إن السيارة انفجرت قرب مسجد وسط المدينة.',
      'وأشار المصدر إلى أن الجرحى نقلوا إلى مستشفى المدينة.',
      'ولم تتبن أي جهة مسؤولية التفجير.',
      'وتشهد مناطق ريف حلب تفجيرات متكررة تستهدف المدنيين.',
      'وأكد الدفاع المدني أن حصيلة التفجير أربعة قتلى وتسعة جرحى.',
    ],
  },
  {
    tells: 'armed_clash الكبينة 7 -',
    heads: ['', 'الفصائل تحبط هجوما على الكبينة\n', 'قتلى لقوات النظام على محور الكبينة\n'],
    leads: [
      'قتل سبعة عناصر من قوات النظام خلال محاولتهم التقدم على محور بلدة الكبينة بريف اللاذقية.',
      'أحبطت فصائل المعارضة هجوما لقوات النظام على بلدة الكبينة بريف اللاذقية وقتلت سبعة عناصر.',
    ],
    details: [
      'وقال القيادي إن الفصائل دمرت دبابة وجرافة خلال الاشتباكات.',
      'وذكر أن المعارك استمرت عدة ساعات.',
      'وتحاول قوات النظام منذ أشهر السيطرة على البلدة.',
      'وأكد المصدر مقتل سبعة عناصر بينهم ضابط.',
    ],
  },
];

/** Towns that bear no other's name, by governorate. */
const TOWNS: readonly (readonly [region: string, towns: readonly string[]])[] = [
  ['إدلب', ['سراقب', 'كفرنبل', 'بنش', 'حاس', 'سرمين']],
  ['حلب', ['عندان', 'حريتان', 'اعزاز', 'مارع', 'منبج']],
  ['درعا', ['نوى', 'طفس', 'داعل', 'الحراك', 'جاسم']],
  ['حمص', ['تلبيسة', 'الرستن', 'السخنة']],
  ['حماة', ['اللطامنة', 'كفرزيتا', 'مورك']],
  ['دير الزور', ['الميادين', 'البوكمال', 'البصيرة']],
];

/** What a round-up tells of a town: its words, and its line without the town. */
const ITEMS: readonly (readonly [text: (town: string) => string, tells: (town: string) => string])[] = [
  [
    (town) => `قصفت قوات النظام بالمدفعية بلدة ${town}، ما أدى إلى مقتل أربعة مدنيين`,
    (town) => `${SHELLING} ${town} 4 -`,
  ],
  [(town) => `تعرضت بلدة ${town} لقصف مدفعي دون وقوع إصابات`, (town) => `${SHELLING} ${town} 0 0`],
  [
    (town) => `شن الطيران الحربي غارات على بلدة ${town} أسفرت عن مقتل ستة أشخاص وإصابة ثمانية آخرين`,
    (town) => `${RAID} ${town} 6 8`,
  ],
  [
    (town) => `استشهد ثلاثة مدنيين جراء غارة روسية استهدفت سوقا في بلدة ${town}`,
    (town) => `${RAID} ${town} 3 -`,
  ],
  [
    (town) => `ارتكب الطيران الحربي مجزرة في بلدة ${town} راح ضحيتها سبعة مدنيين`,
    (town) => `${RAID} ${town} 7 -`,
  ],
  [
    (town) => `دارت اشتباكات عنيفة بين الفصائل وقوات النظام على أطراف بلدة ${town}`,
    (town) => `armed_clash ${town} - -`,
  ],
  [
    (town) => `قتل خمسة عناصر من قوات النظام خلال اشتباكات مع الفصائل قرب بلدة ${town}`,
    (town) => `armed_clash ${town} 5 -`,
  ],
  [
    (town) => `سيطرت الفصائل على بلدة ${town} بعد معارك مع قوات النظام`,
    (town) => `non_state_actor_overtakes_territory ${town} - -`,
  ],
  [(town) => `انفجرت عبوة ناسفة في بلدة ${town} دون إصابات`, (town) => `${BLAST} ${town} 0 0`],
  [(town) => `اعتقلت قوات النظام عددا من الشبان في بلدة ${town}`, (town) => `arrests ${town} - -`],
  [(town) => `خرجت مظاهرة في بلدة ${town} تطالب بإسقاط النظام`, (town) => `peaceful_protest ${town} - -`],
  [
    (town) => `أعلنت الفصائل تدمير دبابة لقوات النظام بصاروخ موجه قرب بلدة ${town}`,
    (town) => `armed_clash ${town} - -`,
  ],
];
const JOINTS = [
  '، كما ',
  '، فيما ',
  '، و',
  '، في حين ',
  '. إلى ذلك، ',
  '. من جهة أخرى، ',
  '. وفي سياق متصل، ',
];
const HEADS = [
  (region: string) => `وفي ريف ${region}، `,
  (region: string) => `${region}: `,
  (region: string) => `وفي محافظة ${region} `,
];

interface RoundUp {
  readonly text: string;
  readonly tells: readonly string[];
}

const part = fc.constantFrom(...TOWNS).chain(([region, towns]) =>
  fc.record({
    region: fc.constant(region),
    towns: fc.shuffledSubarray([...towns], { minLength: 1, maxLength: 3 }),
    items: fc.array(fc.constantFrom(...ITEMS), { minLength: 3, maxLength: 3 }),
    joints: fc.array(fc.constantFrom(...JOINTS), { minLength: 2, maxLength: 2 }),
  }),
);
const roundUp: fc.Arbitrary<RoundUp> = fc
  .record({
    parts: fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: ({ region }) => region }),
    head: fc.constantFrom(...HEADS),
    between: fc.constantFrom('\n', ' '),
  })
  .map(({ parts, head, between }) => ({
    text: parts
      .map(({ region, towns, items, joints }) => {
        const told = towns.map((town, at) => (at > 0 ? joints[at - 1] : '') + (items[at]?.[0](town) ?? ''));
        return `${head(region)}${told.join('')}.`;
      })
      .join(between),
    tells: parts.flatMap(({ towns, items }) => towns.map((town, at) => items[at]?.[1](town) ?? '')),
  }));

describe('the same in other words', () => {
  it('tells an act with its dead and hurt, however they are joined', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTS),
        fc.constantFrom(...EFFECTS),
        fc.constantFrom(...TOLLS),
        ([act, type], effect, [toll, killed, injured]) => {
          const mentions = mentionsOf(`${act}${effect}${toll}.`, { published: PUBLISHED });
          expect(mentions.map(line)).toEqual([`${type} سراقب ${killed} ${injured}`]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('tells a story as one event, however it is headed and gone on with', () => {
    const story = fc.constantFrom(...STORIES).chain(({ tells, heads, leads, details }) =>
      fc.record({
        tells: fc.constant(tells),
        head: fc.constantFrom(...heads),
        lead: fc.constantFrom(...leads),
        details: fc.shuffledSubarray([...details], { maxLength: 2 }),
      }),
    );
    fc.assert(
      fc.property(story, ({ tells, head, lead, details }) => {
        const text = head + [lead, ...details].join('\n');
        expect(mentionsOf(text, { published: PUBLISHED }).map(line)).toEqual([tells]);
      }),
      { numRuns: 300 },
    );
  });

  it('tells a round-up as what its parts tell', () => {
    fc.assert(
      fc.property(roundUp, ({ text, tells }) => {
        const mentions = mentionsOf(text, { published: PUBLISHED });
        expect(mentions.map(line).sort()).toEqual([...tells].sort());
      }),
      { numRuns: 300 },
    );
  });
});
