/** Marks that may stand around a name, and the particle that may stand before its verb. */
export const NAME_MARKS = new Set(['"', '«', '»', '“', '”', "'", '(', ')', 'قد']);

/** What joins those who died with somebody: «مع اثنين من مرافقيه», «ومعه ثلاثة». */
export const WITH = /^و?(?:معه|مع|برفقه|رفقه)$/;
