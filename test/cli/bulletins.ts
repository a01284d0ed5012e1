/** Invented bulletins for the tests of the whole line: a morning and an evening edition, a reprint, another day. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MORNING = `الحصاد الميداني الصباحي

دمشق::
تعرض حي جوبر لقصف بقذائف الهاون من قبل قوات الأسد دون ورود أنباء عن إصابات.

حلب::
ألقى الطيران المروحي براميل متفجرة على حي مساكن هنانو ما أدى لاستشهاد ثلاثة مدنيين وجرح خمسة آخرين.
دارت اشتباكات عنيفة بين الثوار وقوات الأسد على جبهة الراشدين.
`;

const EVENING = `${MORNING}
درعا::
استهدفت قوات الأسد بلدة اليادودة بقذائف المدفعية الثقيلة، وسقط جريحان.
`;

const OTHER = `الحصاد الميداني

حمص::
شن الطيران الحربي غارتين على مدينة تلبيسة ما أدى لسقوط شهيدين وعدد من الجرحى.

إدلب::
انفجرت عبوة ناسفة بسيارة في مدينة سراقب دون وقوع إصابات.
`;

export const BULLETINS = {
  '2015-07-03-morning.txt': MORNING,
  '2015-07-03-evening.txt': EVENING,
  '2015-07-03-reprint.txt': `${MORNING}\n`,
  '2015-07-08.txt': OTHER,
} as const;

/** Writes the bulletins into a folder and answers their paths, in the order of their arrival. */
export function writeBulletins(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(BULLETINS).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}
