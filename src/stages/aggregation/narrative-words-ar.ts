/** Arabic words for event types and weapons as they stand in the sentences of a narrative. Neutral by choice. */
import type { EventType, Weapon } from '../../model/vocabulary.ts';

export interface TypeWords {
  /** The event itself: «قصف». */
  readonly noun: string;
  /** Whether verb and participle agree in the feminine. */
  readonly feminine: boolean;
  /** Events of the kind, with the article: «الغارات الجوية». */
  readonly kind: string;
}

export const TYPE_WORDS: Readonly<Record<EventType, TypeWords>> = {
  armed_clash: { noun: 'اشتباكات', feminine: true, kind: 'الاشتباكات' },
  government_regains_territory: { noun: 'سيطرة', feminine: true, kind: 'تقدم القوات الحكومية' },
  non_state_actor_overtakes_territory: { noun: 'سيطرة', feminine: true, kind: 'تقدم قوى غير حكومية' },
  chemical_weapon: { noun: 'هجوم بسلاح كيميائي', feminine: false, kind: 'الهجمات الكيميائية' },
  air_drone_strike: { noun: 'غارات جوية', feminine: true, kind: 'الغارات الجوية' },
  suicide_bomb: { noun: 'تفجير انتحاري', feminine: false, kind: 'التفجيرات الانتحارية' },
  shelling_artillery_missile: { noun: 'قصف', feminine: false, kind: 'القصف المدفعي والصاروخي' },
  remote_explosive_ied: { noun: 'انفجار', feminine: false, kind: 'انفجارات العبوات والألغام' },
  grenade: { noun: 'هجوم', feminine: false, kind: 'هجمات القنابل اليدوية' },
  sexual_violence: { noun: 'حادثة عنف جنسي', feminine: true, kind: 'حوادث العنف الجنسي' },
  attack: { noun: 'اعتداء', feminine: false, kind: 'الاعتداءات على المدنيين' },
  abduction_forced_disappearance: { noun: 'حادثة خطف', feminine: true, kind: 'حوادث الخطف' },
  peaceful_protest: { noun: 'مظاهرة سلمية', feminine: true, kind: 'المظاهرات السلمية' },
  protest_with_intervention: {
    noun: 'مظاهرة جرى التدخل فيها',
    feminine: true,
    kind: 'المظاهرات التي جرى التدخل فيها',
  },
  excessive_force_against_protesters: {
    noun: 'استخدام للقوة المفرطة ضد متظاهرين',
    feminine: false,
    kind: 'استخدام القوة ضد متظاهرين',
  },
  violent_demonstration: { noun: 'احتجاجات عنيفة', feminine: true, kind: 'الاحتجاجات العنيفة' },
  mob_violence: { noun: 'أعمال عنف جماعي', feminine: true, kind: 'أعمال العنف الجماعي' },
  agreement: { noun: 'اتفاق', feminine: false, kind: 'الاتفاقات' },
  arrests: { noun: 'اعتقالات', feminine: true, kind: 'الاعتقالات' },
  change_to_group: { noun: 'تغيّر في صفوف إحدى الجماعات', feminine: false, kind: 'التغيّرات في الجماعات' },
  disrupted_weapons_use: { noun: 'إحباط لاستخدام سلاح', feminine: false, kind: 'حالات إحباط استخدام السلاح' },
  headquarters_established: { noun: 'إقامة لمقر أو قاعدة', feminine: true, kind: 'إقامة المقرات' },
  looting_property_destruction: {
    noun: 'أعمال نهب أو تدمير للممتلكات',
    feminine: true,
    kind: 'أعمال النهب والتدمير',
  },
  non_violent_transfer_of_territory: {
    noun: 'انتقال للسيطرة من دون قتال',
    feminine: false,
    kind: 'انتقال السيطرة من دون قتال',
  },
  other_strategic: { noun: 'تطور ميداني', feminine: false, kind: 'التطورات الميدانية' },
};

export const WEAPON_WORDS: Readonly<Partial<Record<Weapon, string>>> = {
  barrel_bomb: 'البراميل المتفجرة',
  cluster_munition: 'الذخائر العنقودية',
  incendiary: 'الذخائر الحارقة',
  drone: 'الطائرات المسيّرة',
  helicopter: 'المروحيات',
  warplane: 'الطائرات الحربية',
  mortar: 'قذائف الهاون',
  artillery: 'المدفعية',
  rocket_launcher: 'راجمات الصواريخ',
  surface_to_surface_missile: 'صواريخ أرض-أرض',
  tank: 'الدبابات',
  anti_tank_missile: 'الصواريخ المضادة للدروع',
  heavy_machine_gun: 'الرشاشات الثقيلة',
  small_arms: 'الأسلحة الخفيفة',
  sniper: 'نيران القناصة',
  ied: 'العبوات الناسفة',
  car_bomb: 'السيارات المفخخة',
  suicide_belt: 'الأحزمة الناسفة',
  landmine: 'الألغام الأرضية',
  naval_mine: 'الألغام البحرية',
  grenade: 'القنابل اليدوية',
};

/** Of what goes off once. */
export const SINGLE_WEAPON_WORDS: Readonly<Partial<Record<Weapon, string>>> = {
  ied: 'عبوة ناسفة',
  car_bomb: 'سيارة مفخخة',
  suicide_belt: 'حزام ناسف',
  landmine: 'لغم أرضي',
  naval_mine: 'لغم بحري',
  grenade: 'قنبلة يدوية',
};

/** Month names as most Arabic papers of the region print them, both calendars' names side by side. */
export const MONTHS_AR: readonly string[] = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيو',
  'تموز/يوليو',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
];

export const WEEKDAYS_AR: readonly string[] = [
  'الأحد',
  'الاثنين',
  'الثلاثاء',
  'الأربعاء',
  'الخميس',
  'الجمعة',
  'السبت',
];
