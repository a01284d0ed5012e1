/** Worker of the aggregation stage: adds mentions to their day and governorate and publishes summaries. Settings come from NASHRA_* variables. */
import { runWorker } from '../src/cli/run-worker.ts';
import { readConfig } from '../src/config.ts';

try {
  await runWorker(['aggregation'], readConfig(process.env));
} catch (error) {
  process.stderr.write(`nashra: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
