/** Worker of the dedup stage: tells new articles from repeats. Settings come from NASHRA_* variables. */
import { runWorker } from '../src/cli/run-worker.ts';
import { readConfig } from '../src/config.ts';

try {
  await runWorker(['dedup'], readConfig(process.env));
} catch (error) {
  process.stderr.write(`nashra: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
