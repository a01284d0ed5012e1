/**
 * The words that tell a place's name: of what kind it is («قرية», «حي», «تلة»), that only its surroundings are meant
 * («محيط», «ريف»), that somebody moves towards it («باتجاه»). Vocabulary of the language; no name of any place.
 */
import { normaliseWord } from '../../arabic/normalise.ts';
import type { Token } from '../../arabic/token.ts';
import { remembering, type Word } from '../../arabic/word-memory.ts';
import type { PlaceLevel } from '../types.ts';

export type CueKind =
  | 'governorate'
  | 'district'
  | 'town'
  | 'neighbourhood'
  | 'camp'
  | 'site'
  /** Counts only through the town it stands in: streets, squares, mosques, schools, hospitals. */
  | 'fixture'
  | 'road';

export interface Cue {
  readonly kind: CueKind;
  /** A name of unknown sound after it is taken for a place's. */
  readonly opens: boolean;
  /** The cue is part of the name («تلة سنان», «معمل القرميد»). */
  readonly inName: boolean;
  readonly plural: boolean;
  /** Levels of the gazetteer that fit it; empty where any does. */
  readonly levels: readonly PlaceLevel[];
}

const SETTLED: readonly PlaceLevel[] = ['adm4'];
const QUARTERS: readonly PlaceLevel[] = ['neighbourhood', 'camp', 'square', 'site'];

interface CueSpec {
  readonly kind: CueKind;
  readonly words: string;
  readonly levels?: readonly PlaceLevel[];
  readonly opens?: boolean;
  readonly inName?: boolean;
  readonly plural?: boolean;
}

const SPECS: readonly CueSpec[] = [
  { kind: 'governorate', words: 'محافظة', levels: ['adm1'] },
  { kind: 'governorate', words: 'محافظتي محافظات محافظتا', levels: ['adm1'], plural: true },
  { kind: 'district', words: 'ناحية قضاء مقاطعة', levels: ['adm3', 'adm2', 'adm4'] },
  { kind: 'district', words: 'منطقة', levels: [] },
  { kind: 'district', words: 'مناطق منطقتي', levels: [], plural: true },
  { kind: 'town', words: 'قرية بلدة مدينة ضيعة', levels: SETTLED, opens: true },
  {
    kind: 'town',
    words: 'قرى قريتي قريتا قريتين بلدات بلدتي بلدتا بلدتين مدن مدينتي مدينتا',
    levels: SETTLED,
    opens: true,
    plural: true,
  },
  { kind: 'neighbourhood', words: 'حي حارة', levels: QUARTERS, opens: true },
  { kind: 'neighbourhood', words: 'ضاحية', levels: [...QUARTERS, 'adm4'], inName: true },
  { kind: 'neighbourhood', words: 'أحياء حيي حيا حيّي', levels: QUARTERS, opens: true, plural: true },
  { kind: 'camp', words: 'مخيم', levels: ['camp'], opens: true, inName: true },
  { kind: 'camp', words: 'مخيمات مخيمي', levels: ['camp'], plural: true },
  {
    kind: 'site',
    words:
      'تلة تل قمة قلعة حاجز ثكنة معسكر مطار معبر سد حقل جسر مفرق معمل سجن صوامع مزرعة مزارع وادي جبل جمعية برج مرصد مستودعات رحبة تلال محطة مقبرة مصفاة',
    opens: true,
    inName: true,
  },
  { kind: 'site', words: 'نهر بحيرة سهل جبال هضبة غابات جرود بادية حقول قاعدة مرفأ ميناء', inName: true },
  { kind: 'site', words: 'حواجز حاجزي معابر تلتي تلي جبلي', opens: true, inName: true, plural: true },
  {
    kind: 'fixture',
    words: 'مدرسة مسجد جامع مشفى مستشفى دوار ساحة شارع كنيسة كازية فندق سوق جامعة مقر كراج ملعب',
    inName: true,
  },
  { kind: 'district', words: 'محاور محوري جبهات جبهتي', levels: [], plural: true },
  { kind: 'district', words: 'محور جبهة', levels: [], opens: true },
  {
    kind: 'road',
    words: 'طريق أوتوستراد اوتستراد أتوستراد اتستراد إستراد استراد الطريق الأوتوستراد الاستراد',
    inName: true,
  },
];

/** Fixtures whose unknown name is worth keeping as it stands: bulletins tell them as places of their own. */
const OPEN_FIXTURES = new Set(['مدرسه', 'مسجد', 'جامع', 'دوار', 'ساحه', 'شارع', 'مقبره']);

const PREFIXES = ['', 'و', 'ب', 'ل', 'ف', 'وب', 'ول'] as const;

let table: ReadonlyMap<string, Cue> | null = null;

function cueTable(): ReadonlyMap<string, Cue> {
  if (table) return table;
  const made = new Map<string, Cue>();
  for (const spec of SPECS) {
    for (const written of spec.words.split(' ')) {
      const word = normaliseWord(written);
      const cue: Cue = Object.freeze({
        kind: spec.kind,
        opens: spec.opens ?? OPEN_FIXTURES.has(word),
        inName: spec.inName ?? false,
        plural: spec.plural ?? false,
        levels: spec.levels ?? [],
      });
      for (const prefix of PREFIXES) if (!made.has(prefix + word)) made.set(prefix + word, cue);
    }
  }
  table = made;
  return made;
}

/** «القرى هي: …», «البلدات التالية: …»: a definite plural that opens a list. */
export const LIST_OPENERS = new Set([
  'هي',
  'وهي',
  'هم',
  'وهم',
  'التاليه',
  'الاتيه',
  ':',
  'منها',
  'ومنها',
  'منهما',
  'وهما',
  'هما',
  'ابرزها',
  'وابرزها',
]);

/** The plural cue that a definite noun is where a list follows it; null for any other word. */
export function listCueOf(word: Word, next: string | undefined): Cue | null {
  const cue = definitePlural(word);
  return cue !== null && next !== undefined && LIST_OPENERS.has(next) ? cue : null;
}

/** The plural cue that a definite noun is («القرى», «والبلدات»). */
export const definitePlural = remembering((norm) => {
  if (!norm.includes('ال')) return null;
  const cue = cueOf(norm.replace(/^(و?)(?:ب?ال|لل)/, '$1'));
  return cue?.plural ? cue : null;
}, null);

const CUE_CLITICS = ['وب', 'ول', 'و', 'ف', 'ب', 'ل'] as const;

/** The clitics on a token that is a cue: «وبطريق» gives «وب». */
export function cliticsOn(token: Token): string {
  for (const prefix of CUE_CLITICS) {
    if (token.norm.startsWith(prefix) && cueOf(token.norm.slice(prefix.length))) return prefix;
  }
  return '';
}

/** The cue a normalised word is, with or without a conjunction or preposition; definite forms («القرية») are none. */
export function cueOf(norm: string): Cue | null {
  return cueTable().get(norm) ?? null;
}

/** {@link cueOf} of a token's word. */
export const cueOn = remembering(cueOf, null);

function wordSet(words: string, withClitics = true): ReadonlySet<string> {
  const set = new Set<string>();
  for (const word of words.split(/\s+/)) {
    const norm = normaliseWord(word);
    if (norm === '') continue;
    for (const prefix of withClitics ? PREFIXES : ['']) set.add(prefix + norm);
  }
  return set;
}

/** Only the surroundings are meant. */
export const AROUND = wordSet(
  'محيط أطراف محاور محور مشارف قرب قربَ تخوم ريف أرياف ريفي ضواحي جبهة جبهات جبهتي محوري جوار بجوار حول شرق غرب شمال جنوب شرقي غربي شمالي جنوبي باديه بساتين مزارع تجاه قبالة مدخل مداخل',
);
export const COUNTRYSIDE = wordSet('ريف أرياف بأرياف ريفي بريفي');
/** Compass words that stand before a name («شرقي دير الزور»). */
export const COMPASS = wordSet('شرق غرب شمال جنوب شرقي غربي شمالي جنوبي شرقيّ وسط شمالشرق شماليّ جنوبيّ غربيّ');
/** Words after which a weak name is a place's. */
export const LOCATIVE = wordSet(
  'محيط أطراف محاور محوري محور مشارف قرب تخوم ريف ضواحي جبهة جبهات جبهتي أهالي سكان داخل باتجاه قرية بلدة مدينة حي شرق غرب شمال جنوب شرقي غربي شمالي جنوبي وسط نواحي جوار',
);
export const PREPOSITIONS = wordSet('في إلى الى من على نحو عن بين عند داخل باتجاه صوب حتى لـ ل ب', false);
const TOWARDS_WORDS = 'باتجاه نحو صوب';
/** Said before the place that somebody or something goes to. */
export const TOWARDS = wordSet(TOWARDS_WORDS, false);
/** … and nouns of direction, with what may stand before them. */
export const DIRECTIONS = wordSet(`${TOWARDS_WORDS} اتجاه بإتجاه لاتجاه تجاه وجهة`);
export const ORIGIN_WORDS = wordSet('انطلاقا قادمة قادما القادمة القادم انطلقت المنطلقة قادمين القادمين');

/** The connectives and quantities, adjectives and verbs that are never a place's name after a cue. */
export const NEVER_A_NAME = wordSet(
  `يوم ليلة إغاثية اغاثية حتفه حتفها مصرعه مصرعها مطل مطلا مدنا بلداتها وبلداتها مدنها ومدنها قراها وقراها مزدحم مزدحمة مكتظ مكتظة ذات ذوي خاضع خاضعة الخاضع الخاضعة تسيطر يسيطر شوارع وشوارع أبنية وأبنية مبان مباني ومباني ممتلكات مرافق محال منازل في من على الى إلى عن مع أو ثم بعد قبل حيث التي الذي الذين هذه هذا ذلك تلك و كما كان كانت قد لم لا ما
  فيها فيه فيهما فيهم منها منه منهم بها لها عليها عنها إليها وهي وهو هي هو كل جميع بعض عدة عدد أخرى اخرى أخر واحدة كاملة صغيرة كبيرة قريبة قريب مجاورة مجاور آخر محاصرة جديدة قديمة
  العودة الذهاب واقعتين واقعتان الواقعتين الواقعتان التابعتين المجاورتين المتجاورتين القريبتين المتاخمتين المحاذيتين المطلتين الخاضعتين المحاصرتين
  واقعة تابعة الواقعة التابعة المجاورة المحاصرة القريبة الحدودية الاستراتيجية الإستراتيجية المحررة المحتلة
  القديمة الجديدة الصغيرة الكبيرة المدنية العسكرية السكنية الشعبية الصناعية الرئيسية الرئيسي العام العامة
  الشرقية الغربية الشمالية الجنوبية الشرقي الغربي الشمالي الجنوبي الوسطى المركزي المركزية الوطني الدولي
  مدنية عسكرية ميدانية ميداني ميدانيا للنظام للجيش لقوات للمدنيين للنازحين لتنظيم لداعش للمعارضة تابع تابعة
  بريف بمدينة ببلدة بقرية بحي بمحافظة بالقرب قرب قربَ اليوم أمس صباح مساء ظهر فجر ليل خلال أثناء وسط شرق غرب
  شمال جنوب شرقي غربي شمالي جنوبي بأكملها بالكامل كلها نفسها ذاتها المذكورة ضمن منذ بين عند دون عبر ضد نحو
  باتجاه بهدف بسبب نتيجة جراء إثر اثر بقذائف بصواريخ بالرشاشات بالبراميل بغارات بقصف بالقذائف أدى ادى مما ما
  تقع يقع تطل يطل تشرف يشرف تتبع يتبع تضم يضم تحيط يحيط تبعد يبعد تربط يربط تمتد يمتد تتمركز هناك هنا
  إن أن ان اذ إذ إنه لكن غير سوى مثل أي اي أكثر اكثر أقل النظام الأسد الاسد قوات الجيش تنظيم داعش الثوار
  المعارضة المسلحين القوات الفصائل الحكومة الحربية الحربي المروحي الجوي الجوية البحرية البري البرية
  متقدمة متقدم مشتركة مشترك طيار طيارة أمني أمنية مؤقت مؤقتة ثابت ثابتة دائم أساسي استراتيجية استراتيجي
  ثانية ثاني اول أول أولى الأولى الأول ثالث الثاني الثالث الثانية حيوية آمنة امنة عازلة منزوعة حدودي حدودية
  إنسانية انسانية تجاري تجارية زراعية صناعية سكنية نفطية نفطي غازي كهربائية حرارية مائية جبلية ساحلية
  وادت وأدت واسفر وأسفر وسقط وقتل وأصيب واستهدف واستهدفت وقصف وقصفت ما والتي والذي وقد وكانت وكان وذلك وسط
  ومن وفي وعلى والى وإلى وعن حين فيما بينما لعدم لمنع ليلا نهارا صباحا مساء ظهرا فجرا عصرا
  المدينة البلدة القرية الحي المنطقة المحافظة العاصمة المخيم الناحية الريف الحدود الحدودي السكان الأهالي المدنيين
  البلاد الجبهة الجبهات المحور الأحياء القرى البلدات المدن المناطق المحيط الأطراف تدريب تدريبي احتجاز اعتقال نازحين
  لاجئين عودة زيارة تقدم تقديم إطلاق اطلاق وقف دخول خروج عبور انطلاق حرب قتال معارك اشتباكات هدنة تهدئة شمالا جنوبا
  ريفها ريفه ريفهم ريفهما ريفيهما محيطها محيطه محيطهما محيطهم أطرافهما أطرافها وأطرافها أحياؤها أحيائها مؤسسات منازل المنازل
  تنقية ضخ توليد وقود الوقود محروقات المحروقات كهرباء الكهرباء المياه مياه القطار قطار قطارات البنزين معالجة تحلية
  جماعية جماعي ألغام الألغام دواجن أبقار لتربية لتدريب للتدريب تدريبية تعذيب الاتصالات اتصالات جوي بري جوية
  أثري أثرية ابتدائية ابتدائي الابتدائية ثانوية الثانوية إعدادية للبنات للبنين للأطفال المعركة المعارك
  القتال رئيسي رئيسية فرعي فرعية أمنيا عشوائي عشوائية النازحين اللاجئين سكني شعبي شعبية راق فقيرة نموذجية
  علوية شيعية درزية مسيحية سنية آشورية تركمانية شركسية عربي كردي مسيحي ساحلية ساخنة بحري بحرية مدني
  مجهولة مجهول خاصة خاص عامة عام دولية دولي محلية محلي وحيدة شرقا غربا تماس رباط دفاع اقتحام حصار مراقبة تفتيش عسكري عسكرية عسكريا سكنيا طبي طبية معزولة نائية متفرقة مختلفة عديدة متعددة محددة
  عالية منخفضة فلاحية تعاونية خيرية لقواتنا لوحداتنا لعناصر لعناصرنا لميليشيا لميليشيات لمسلحي للميليشيات للفصائل للأمن للشرطة
  دفعة متاخمة متاخم أجزاء معروفة تعرف تسمى يسمى مطلة واسطة أبرزها أبرزهم أهمها أهمهم أكبرها آخرها أولها منها ومنها لفترة حسب بحسب وفق وفقا بينهم بينها مخلفة مسفرة موقعة مستخدمة مستهدفة مدعومة
  تلتين وتلتين قريتين وقريتين بلدتين وبلدتين نقطتين ونقطتين حاجزين وحاجزين مزرعتين جبلين
  محررة كثيرة ثائرة منكوبة سورية خاضعة موالية متنازع آهلة مأهولة مهجورة كبرى صغرى بعيدة آمنة
  وابنه وابنها وابنته وابنتها وابناه وأبناؤه وأولاده وأطفاله وزوجته وزوجها وشقيقه وشقيقته وأخوه وأخيه ووالده ووالدته وطفله وطفلته
  ونقاط ونقطة ومقرات ومقار ومواقع ومراكز وثكنات ومعسكرات ودوريات وآليات وحواجز ومنازل وسيارات وتجمعات ومستودعات
  وحده وحدها وحدهما وحدهم وهلاك ومقتل ومصرع وإصابة وجرح وأسر واغتنام وتدمير واعتقال وإعطاب وعطب وتفجير بعينها بعينه بقيت تبقى
  ذخيرة الذخيرة ذخائر الذخائر أسلحة الأسلحة سلاح السلاح المؤسسة الحدث الحادث`,
);

/** First words of names that have two words. */
export const COMPOUND_HEAD = wordSet(
  `تل تلة دير عين كفر أم أبو ابو ابي أبي خربة خربه بيت جب رأس راس باب شيخ الشيخ بئر بير وادي حوش مزرعة جسر سيدي ظهر ضهر
  برج قبر رسم خان بني معرة معر جبل قصر قلعة شير مرج حي كوم غدير بستان سهل زور نبع جورة مار ابن جديدة حويجة تليل تليلة عب مغارة مريجب بيوض
  تلول طريق مشفى مؤسسة معمل مدرسة كتيبة مبنى جامع سيد عبد النبي نبي الست السيدة ال الـ بيارة حارة كرم ضاحية خط`,
  false,
);

/** Politics: a capital beside one of these stands for its state. */
export const SPEAKS = wordSet(
  `أعلنت اعلنت قالت اعتبرت أكدت اكدت ترى ترفض رفضت تتهم اتهمت دعت تدعو حكام سلطات حكومة نفت طالبت تطالب تسعى
  تريد وافقت توافق حذرت تحذر هددت تدعم دعمت تعهدت أبدت ابدت رأت تصر تقول تعتزم تخشى حليفة حليفتها حلفاء حليفي سياسة
  موقف رفض اتهام دعم ضغوط نظام طلبت وقعت ردت علاقات اتصالات تفاهمات تنسيق محادثات مفاوضات خلاف خلافات اتهمتها
  تنتظر أدانت ادانت رحبت نددت سلمت أرسلت تستضيف استضافت تكون قيادة زيارة تحدثت ذكرت أفادت أوضحت كشفت حملت لوحت توعدت
  استنكرت اقترحت أعلنتها أعلنته أكدته أكدتها نفته نفتها تؤكد تنفي تعلن سلطة توقيع سراح`,
);
