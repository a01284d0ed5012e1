/** Marks that may stand around a name, and the particle that may stand before its verb. */
export const NAME_MARKS = new Set(['"', '«', '»', '“', '”', "'", '(', ')', 'قد']);
