/** A civilian in the accusative: after «قتل» and men of arms, who was killed and not who did it. */
import { fitting } from '../../arabic/word-memory.ts';

/** «قتل جنديان تركيان | شابا سوريا». */
export const isKilledObject = fitting(
  /^(?:شابا|رجلا|مدنيا|طفلا|مواطنا|شخصا|لاجيا|نازحا|فتي|امراه|طفله|سيده|مزارعا|راعيا|صحفيا|مسنا|شابه|فتاه|مدنيين|مدنيتين|شابين|طفلين)$/,
);
