/** Whether String.prototype stays fast with the queue's libraries loaded, asked of V8 itself in a process of its own. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What V8 says of String.prototype once `load` was run. */
function stringsAfter(load: string): string {
  const script = `${load}; console.log(%HasFastProperties(String.prototype) ? 'fast' : 'slow');`;
  return execFileSync(
    process.execPath,
    ['--allow-natives-syntax', '--import', 'tsx', '--input-type=module', '-e', script],
    { cwd: ROOT, encoding: 'utf8' },
  ).trim();
}

describe('String.prototype', () => {
  it.each(['ioredis', 'bullmq'])('stays fast where src/io/%s.ts lets it in', (module) => {
    expect(stringsAfter(`await import('./src/io/${module}.ts')`)).toBe('fast');
  });

  it('stays fast with everything that `nashra up` loads', () => {
    expect(stringsAfter(`await import('./src/cli/commands/up.ts')`)).toBe('fast');
  });

  it.runIf(process.version.startsWith('v20.'))(
    'is made slow by ioredis alone on Node 20, or the import is no longer needed',
    () => {
      expect(stringsAfter(`await import('ioredis')`)).toBe('slow');
    },
  );
});
