/** Words that change what a sentence says, and words after which a place is named. Normalised forms. */

export const NEGATIONS: ReadonlySet<string> = new Set(
  'لم لا لن ليس ليست ليسوا غير دون بدون عدم ينفي تنفي نفي نفت نافيا نافيه'.split(' '),
);

/** Nouns that one place's name follows: «بلدة داعل». */
export const NAME_CUES: ReadonlySet<string> = new Set(
  (
    'بلده مدينه قريه حي ريف محيط مخيم محافظه ناحيه جبهه محور مطار حاجز معبر منطقه ضاحيه تله تل جبل جسر سد ' +
    'اطراف مشارف سهل وادي حقل بلديه'
  ).split(' '),
);

/** Nouns that several names follow: «قريتي القاهرة والرصيف», «أحياء باب توما وأبو رمانة». */
export const PLURAL_CUES: ReadonlySet<string> = new Set(
  'بلدتي مدينتي قريتي حيي ريفي احياء بلدات مدن قري مخيمات جبهات محاور حاجزي منطقتي'.split(' '),
);

/** Words that follow a cue without being a name: «في ناحية أخرى», «ريف المدينة». */
export const NEVER_NAMES: ReadonlySet<string> = new Set(
  (
    'اخري اخر من في علي عن الي مع عند بعد قبل هو هي التي الذي هذه هذا ذلك كل عده بعض ما مما حيث كما ثم او ' +
    'المدينه البلده القريه المنطقه الحي المخيم المطار ساحه شارع مقبره دوار الغام نفط النفط غاز الغاز جوي القتال صناعيه سكني سكنيه'
  ).split(' '),
);

/** True where the set holds the word itself, or what follows a conjunction (و ف) or a preposition (ب ل) before it. */
export function knownIn(set: { has(word: string): boolean }, norm: string): boolean {
  if (set.has(norm)) return true;
  const first = norm.charCodeAt(0);
  if (first === BA || first === LAM) return set.has(norm.slice(1));
  if (first !== WAW && first !== FA) return false;
  if (set.has(norm.slice(1))) return true;
  const second = norm.charCodeAt(1);
  return (second === BA || second === LAM) && set.has(norm.slice(2));
}

const WAW = 0x648;
const FA = 0x641;
const BA = 0x628;
const LAM = 0x644;
