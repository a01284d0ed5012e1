/**
 * Nouns whose dual is a number told by the noun itself («شهيدان», «قريتين»). Only these count, because many words
 * merely end like a dual (لبنان، مدنيين، بين). Language data: normalised singulars by what they name.
 */
export type NounClass = 'person' | 'weapon' | 'place' | 'time' | 'measure' | 'other';

/** Broken plural, so «ـين» can only be the dual. */
const CLEAR: Readonly<Record<NounClass, string>> = {
  person:
    'شهيد شهيده قتيل قتيله جريح جريحه طفل طفله امراه سيده رجل شاب شابه فتاه شخص جندي عنصر ضابط قايد شقيق شقيقه اخت ابن ' +
    'ابنه ولد بنت طبيب طالب طالبه رضيع رضيعه اسير سجين شرطي ضحيه عجوز سايق حارس جثه عايله اسره مدنيه مواطنه ممرضه ' +
    'معلمه ناشطه مصابه صف عميد عقيد نقيب لواء خبير زعيم امير مساعد عنصره طبيبه قياديه صحفيه صحافيه نازحه رهينه حفيد حفيده ' +
    'راع راعي شيخ متطوعه جده عم خال زوجه زوج والد شبيح عميل قناص طيار مسنه حارسه ' +
    'مسعفه عامله موظفه مهندسه مراسله مصوره اعلاميه صيدلانيه تلميذ تلميذه مزارعه صديق صديقه زميل زميله رفيق كهل لاجيه فتي عضو مريض مريضه',
  weapon:
    'صاروخ قذيفه برميل غاره قنبله عبوه لغم طايره مروحيه دبابه مدفع سياره اليه عربه شاحنه حافله دراجه رشاش هاون صهريج ' +
    'جرافه ناقله راجمه انفجار تفجير ضربه هجوم عمليه كمين اشتباك مفخخه حزام باص قطعه رصاصه مدرعه بلدوزر تركس قارب ' +
    'سفينه زورق مسيره حوامه دشمه مستودع مظاهره حادث محاوله',
  place:
    'قريه بلده مدينه حي حاجز نقطه موقع مقر مبني منزل بيت مشفي مستشفي مخيم جبهه محور تله جبل كتيبه سريه مطار معبر ' +
    'مزرعه منطقه ناحيه محافظه شارع طريق حاره تل جسر محله قاعده سوق مسجد جامع كنيسه دوله جهه طرف جانب فصيل لواء فرقه ' +
    'مجموعه بناء محطه حقل سد ساحه ضاحيه مركز مدرسه مسلخ بير',
  time: 'يوم ساعه اسبوع شهر سنه عام دقيقه ليله عقد',
  measure: 'كيلومتر متر ميل طن هكتار كيلوغرام',
  other: 'مره جوله بيان قرار ملف وحده نوع حاله مرحله دفعه قسم اتفاق',
};

/** Plural in «ـين» too: only «ـان» is surely the dual («مدنيان»). */
const SOUND_PLURAL =
  'مدني مواطن مقاتل مسلح قيادي عامل مسعف ممرض صحفي صحافي اعلامي ناشط مصور مراسل معلم متطوع نازح لاجي مجند ارهابي انتحاري ' +
  'معتقل مخطوف عسكري متظاهر مسن مزارع فلاح صياد مرافق قاصر مهندس محام مصاب متطرف سوري عراقي لبناني ايراني تركي روسي ' +
  'فلسطيني كردي اجنبي مطلوب داعشي سايح مهاجر مفقود محتجز منشق جهادي اسلامي مستشار موظف متشدد راكب مسؤول مسوول';

/** Kin with a pronoun: «طفليها» her two children, «ولديه»; as subjects too, «وطفلتاه». */
const KIN = 'طفل طفله ولد ابن ابنه شقيق شقيقه بنت حفيد حفيده مرافق والد';

/** Masculine nouns of place whose construct dual «حيي، حاجزي» stands before names. */
const CONSTRUCT = 'حي حاجز مطار مخيم محور جبل معبر مشفي حقل';

export interface DualNoun {
  /** The normalised singular. */
  readonly noun: string;
  readonly class: NounClass;
}

let duals: ReadonlyMap<string, DualNoun> | null = null;

/** Every dual form, without clitics → its noun. */
export function dualNouns(): ReadonlyMap<string, DualNoun> {
  duals ??= buildDuals();
  return duals;
}

function buildDuals(): ReadonlyMap<string, DualNoun> {
  const map = new Map<string, DualNoun>();
  const add = (form: string, noun: string, nounClass: NounClass): void => {
    if (!map.has(form)) map.set(form, { noun, class: nounClass });
  };
  for (const [nounClass, nouns] of Object.entries(CLEAR) as [NounClass, string][]) {
    for (const noun of nouns.split(' ')) {
      const stem = stemOf(noun);
      add(`${stem}ان`, noun, nounClass);
      add(`${stem}ين`, noun, nounClass);
      if (stem !== noun) {
        add(`${stem}ا`, noun, nounClass);
        add(`${stem}ي`, noun, nounClass);
      }
    }
  }
  for (const noun of SOUND_PLURAL.split(' ')) add(`${noun}ان`, noun, 'person');
  for (const noun of CONSTRUCT.split(' ')) add(`${noun}ي`, noun, 'place');
  for (const noun of KIN.split(' ')) {
    for (const pronoun of ['ه', 'ها', 'هما', 'هم']) {
      add(`${stemOf(noun)}ي${pronoun}`, noun, 'person');
      add(`${stemOf(noun)}ا${pronoun}`, noun, 'person');
    }
  }
  add('راعيي', 'راعي', 'person');
  add('اخوين', 'اخ', 'person');
  for (const form of NOT_DUAL) map.delete(form);
  return map;
}

function stemOf(noun: string): string {
  return noun.endsWith('ه') ? `${noun.slice(0, -1)}ت` : noun;
}

/** Forms that are more often another word: «عمان», «بيان», «جبلي», «عامين» stays. */
const NOT_DUAL = [
  'عمان',
  'خالان',
  'خالين',
  'بيان',
  'بيين',
  'تلان',
  'جبلي',
  'شيخين',
  'مساعدين',
  'عقدان',
  'قناصين',
  'طيارين',
  'مرتي',
  'وحدتي',
  'حالتي',
  'زوجتي',
  'ابنتي',
  'طفلتي',
  'سيدتي',
  'صفين',
  'صفان',
  'عميلين',
];
