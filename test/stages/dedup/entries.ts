/** Articles for the tests of repeats: invented texts in the real forms. */
import { createHash } from 'node:crypto';
import type { RawArticle } from '../../../src/model/article.ts';
import { seenEntryOf } from '../../../src/stages/dedup/seen-entry.ts';
import type { SeenEntry } from '../../../src/stages/dedup/seen-index.ts';

export function rawArticle(text: string, told: Partial<RawArticle> = {}): RawArticle {
  const source = told.source ?? 'وكالة الساحل';
  return {
    id: createHash('sha256').update(`${source}\n${text}`).digest('hex').slice(0, 32),
    source,
    file: `${createHash('sha256').update(text).digest('hex').slice(0, 8)}.txt`,
    record: 0,
    url: null,
    title: null,
    text,
    published: { date: '2014-03-02', time: null, basis: 'explicit' },
    receivedAt: '2014-03-02T10:00:00Z',
    ticket: null,
    diagnostics: [],
    ...told,
  };
}

export function entry(text: string, told: Partial<RawArticle> = {}): SeenEntry {
  return seenEntryOf(rawArticle(text, told), []);
}

/** A bulletin of some 110 words. */
export const BULLETIN = [
  'شهدت جبهات القتال في ريف المحافظة الشمالي منذ ساعات الصباح الأولى معارك متقطعة بين الطرفين استخدمت فيها الأسلحة الرشاشة والقذائف الصاروخية',
  'وأفاد مراسلنا بأن المدفعية المتمركزة في التلال المطلة على البلدة قصفت الأحياء السكنية بأكثر من عشرين قذيفة سقط معظمها قرب السوق الشعبي',
  'وأسفر القصف عن مقتل 5 مدنيين وإصابة 12 آخرين نقلوا إلى المشفى الميداني القريب حيث وصفت حالة أربعة منهم بالخطرة',
  'من جهتها قالت فرق الإنقاذ إنها أخرجت عائلة كاملة من تحت أنقاض منزلها بعد عمل استمر ست ساعات متواصلة وسط تحليق كثيف للطائرات',
  'كما أغلقت المدارس أبوابها خوفا من تجدد القصف ودعا المجلس المحلي الأهالي إلى البقاء في الملاجئ حتى إشعار آخر',
].join('\n');

export const OTHER =
  'عقدت اللجنة المشتركة اجتماعها الثالث في العاصمة لبحث آليات توزيع المساعدات على القرى المتضررة من السيول الأخيرة واتفق المجتمعون ' +
  'على إرسال قوافل جديدة محملة بالأغذية والأدوية خلال الأسبوع المقبل وعلى تشكيل فرق تطوعية تتولى إصلاح الطرق المقطوعة وشبكات المياه';
