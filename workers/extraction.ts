/** Worker of the extraction stage: turns sections into event mentions. Settings come from NASHRA_* variables. */
import { runWorker } from '../src/cli/run-worker.ts';
import { readConfig } from '../src/config.ts';

try {
  await runWorker(['extraction'], readConfig(process.env));
} catch (error) {
  process.stderr.write(`nashra: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
