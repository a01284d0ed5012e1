/** Number agreement for counted nouns in Arabic, numbers written in digits («قتيلان»، «3 قتلى»، «11 قتيلاً»). */

/** The forms that a counted noun takes. */
export interface CountedNoun {
  /** «قتيل واحد». */
  readonly one: string;
  /** «قتيلان», and «قتيلين» in the oblique cases. */
  readonly two: readonly [nominative: string, oblique: string];
  /** After 3 to 10: «قتلى». */
  readonly few: string;
  /** After 11 to 99: «قتيلاً». */
  readonly many: string;
  /** After whole hundreds: «قتيل». */
  readonly hundred: string;
}

export type Case = 'nominative' | 'oblique';

/** A number with its noun. The last two digits decide the form; one and two need no digit. */
export function counted(n: number, noun: CountedNoun, grammaticalCase: Case = 'nominative'): string {
  if (n === 1) return noun.one;
  if (n === 2) return noun.two[grammaticalCase === 'nominative' ? 0 : 1];
  return `${n} ${nounAfter(n, noun)}`;
}

/** The noun as it stands after a number in digits: «بين 3 و5 قتلى». */
export function nounAfter(n: number, noun: CountedNoun): string {
  const rest = n % 100;
  if (rest >= 3 && rest <= 10) return noun.few;
  if (rest >= 11) return noun.many;
  return noun.hundred;
}

export const DEAD: CountedNoun = {
  one: 'قتيل واحد',
  two: ['قتيلان', 'قتيلين'],
  few: 'قتلى',
  many: 'قتيلاً',
  hundred: 'قتيل',
};
export const WOUNDED: CountedNoun = {
  one: 'جريح واحد',
  two: ['جريحان', 'جريحين'],
  few: 'جرحى',
  many: 'جريحاً',
  hundred: 'جريح',
};
export const PERSONS: CountedNoun = {
  one: 'شخص واحد',
  two: ['شخصان', 'شخصين'],
  few: 'أشخاص',
  many: 'شخصاً',
  hundred: 'شخص',
};
export const CHILDREN: CountedNoun = {
  one: 'طفل واحد',
  two: ['طفلان', 'طفلين'],
  few: 'أطفال',
  many: 'طفلاً',
  hundred: 'طفل',
};
export const WOMEN: CountedNoun = {
  one: 'امرأة واحدة',
  two: ['امرأتان', 'امرأتين'],
  few: 'نساء',
  many: 'امرأة',
  hundred: 'امرأة',
};
export const CIVILIANS: CountedNoun = {
  one: 'مدني واحد',
  two: ['مدنيان', 'مدنيين'],
  few: 'مدنيين',
  many: 'مدنياً',
  hundred: 'مدني',
};
export const JOURNALISTS: CountedNoun = {
  one: 'صحفي واحد',
  two: ['صحفيان', 'صحفيين'],
  few: 'صحفيين',
  many: 'صحفياً',
  hundred: 'صحفي',
};
export const MEDICS: CountedNoun = {
  one: 'عامل إغاثة أو إسعاف واحد',
  two: ['عاملان في الإغاثة أو الإسعاف', 'عاملين في الإغاثة أو الإسعاف'],
  few: 'عمال إغاثة وإسعاف',
  many: 'عاملاً في الإغاثة والإسعاف',
  hundred: 'عامل في الإغاثة والإسعاف',
};
export const EVENTS: CountedNoun = {
  one: 'حدث واحد',
  two: ['حدثان', 'حدثين'],
  few: 'أحداث',
  many: 'حدثاً',
  hundred: 'حدث',
};
export const SOURCES: CountedNoun = {
  one: 'مصدر واحد',
  two: ['مصدران مستقلان', 'مصدرين مستقلين'],
  few: 'مصادر مستقلة',
  many: 'مصدراً مستقلاً',
  hundred: 'مصدر مستقل',
};
