/** The country pack that the configuration names, apart from the ports so that loading it loads no queue library. */
import type { Config } from './config.ts';
import { type Knowledge, loadKnowledge } from './knowledge/knowledge.ts';

export function loadConfigured(config: Config): Knowledge {
  return loadKnowledge({ pack: config.NASHRA_KNOWLEDGE, gazetteer: config.NASHRA_GAZETTEER });
}
