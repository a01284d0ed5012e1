/**
 * To be imported before ioredis. Its `class VerbatimString extends String` (6.0.0, resp/verbatim-string.js) makes V8 turn
 * String.prototype into a dictionary, and from then on every `charCodeAt` of the process is a call where it was inlined:
 * 11 ns instead of 1.6 (Node 20.20). A prototype that a property was already read through stays as it is.
 */
const READS = 100;

const heir = Object.create(String.prototype) as { charCodeAt: unknown };
let read = 0;
for (let i = 0; i < READS; i++) if (heir.charCodeAt !== undefined) read++;

/** Whether the reads took place; there so that they are no dead code. */
export const STRINGS_KEPT_FAST = read === READS;
