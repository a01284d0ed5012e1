/**
 * The log: one JSON line a record on standard error, so that standard output stays free for results. Fixed keys:
 * `stage`, `job`, `article`, `governorate`; errors under `err`; article text never above debug. Quiet when all is well.
 */
import { type Logger, pino, stdSerializers } from 'pino';

export type { Logger };

/** Makes the log of a process. `level` as pino names it, or `silent`. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: stdSerializers.err },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
