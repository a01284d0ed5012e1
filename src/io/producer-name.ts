/** What a producer is called, and by what others can tell whether it still runs. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** Machine, process, start of the process, and a word of its own. */
export function producerName(): string {
  return `${processName()}.${randomBytes(3).toString('hex')}`;
}

/** The part of a producer's name that all producers of this process share. */
export function processName(): string {
  const host = hostname()
    .replace(/[^\w-]/g, '-')
    .slice(0, 40);
  return `${host}.${process.pid}.${Math.round(performance.timeOrigin).toString(36)}`;
}

/** The key that a producer renews for as long as it runs. */
export function leaseKey(prefix: string, producer: string): string {
  return `{${prefix}-files-${producer}}:alive`;
}

/** How long a lease holds; it is renewed three times in that time. */
export const LEASE_SECONDS = 15;
