/**
 * Posts every revision to one address, signed, in order for each summary. A summary whose request fails is tried again
 * while the others go on; what the receiver refuses for good becomes a dead letter. At least once: a receiver that
 * must not apply a revision twice compares `nashra-event-id`.
 */

import { createHmac } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { SummaryEvent } from '../../model/summary-event.ts';
import type { RedisClient } from '../connection.ts';
import { type Delivery, summaryGroup } from '../summary-group.ts';

export interface WebhookOptions {
  readonly url: string;
  /** Key of the signature; without it requests are not signed. */
  readonly secret?: string | undefined;
  readonly prefix: string;
  /** Cursor on the stream: one a receiver. */
  readonly group?: string;
  readonly signal: AbortSignal;
  /** Tries of one request before it becomes a dead letter. */
  readonly attempts?: number;
  /** Delay before the second try, milliseconds; doubled each time, at most 30 s. */
  readonly backoff?: number;
  readonly timeout?: number;
  readonly onDeadLetter?: (letter: DeadLetter) => void;
}

export interface DeadLetter {
  readonly id: string;
  readonly reason: string;
}

/** Summaries that may be under way at a time, each with one request. */
const LANES = 16;
const MAX_BACKOFF_MS = 30_000;
const DEAD_LETTERS_KEPT = 10_000;

/** Stream of what the receiver never took, with fields `event` and `reason`. */
export function deadLettersKey(prefix: string, group = 'webhook'): string {
  return `{${prefix}-summaries}:dead:${group}`;
}

/** `t=SECONDS,v1=HEX`: HMAC-SHA256 of the seconds, a dot and the body. */
export function signature(secret: string, seconds: number, body: string): string {
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${digest}`;
}

/** Runs until the signal aborts. `redis` is for commands, `blocking` a connection of the sink's own. */
export async function runWebhookSink(
  redis: RedisClient,
  blocking: RedisClient,
  options: WebhookOptions,
): Promise<void> {
  const { prefix, group = 'webhook', signal } = options;
  const lanes = new Map<string, Promise<void>>();
  const failure = new AbortController();
  const stop = AbortSignal.any([signal, failure.signal]);
  // Each subject that waits for its receiver listens for the stop.
  setMaxListeners(0, stop);
  let error: unknown;
  const own = { group, consumer: 'sink', prefix, signal: stop };
  for await (const delivery of summaryGroup(blocking, own, redis)) {
    const { subject } = delivery;
    const before = lanes.get(subject) ?? Promise.resolve();
    const lane = before
      .then(() => deliver(delivery, redis, options, stop))
      .catch((caught: unknown) => {
        error ??= caught;
        failure.abort();
      })
      .finally(() => {
        if (lanes.get(subject) === lane) lanes.delete(subject);
      });
    lanes.set(subject, lane);
    if (lanes.size >= LANES) await Promise.race(lanes.values());
  }
  await Promise.all(lanes.values());
  if (error !== undefined && !signal.aborted) throw error;
}

async function deliver(
  { event, ack }: Delivery,
  redis: RedisClient,
  options: WebhookOptions,
  signal: AbortSignal,
): Promise<void> {
  const refusal = await postUntilTaken(event, options, signal);
  // Stopped before it was taken: not acknowledged, so it comes again.
  if (refusal === 'stopped') return;
  if (refusal !== null) {
    const key = deadLettersKey(options.prefix, options.group);
    const text = JSON.stringify(event);
    await redis.xadd(
      key,
      'MAXLEN',
      '~',
      DEAD_LETTERS_KEPT,
      '*',
      'id',
      event.id,
      'reason',
      refusal,
      'event',
      text,
    );
    options.onDeadLetter?.({ id: event.id, reason: refusal });
  }
  await ack();
}

/** Null when it was taken, `stopped`, or why it never will be. */
async function postUntilTaken(
  event: SummaryEvent,
  options: WebhookOptions,
  signal: AbortSignal,
): Promise<string | null> {
  const { attempts = 12, backoff = 500 } = options;
  let reason = '';
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (signal.aborted) return 'stopped';
    const outcome = await post(event, options, signal);
    if (outcome.taken) return null;
    reason = outcome.reason;
    if (outcome.final) return reason;
    const delay = Math.max(outcome.wait ?? 0, Math.min(backoff * 2 ** (attempt - 1), MAX_BACKOFF_MS));
    if (attempt < attempts) await pause(delay, signal);
  }
  return signal.aborted ? 'stopped' : `${attempts} tries: ${reason}`;
}

type Outcome =
  | { readonly taken: true }
  | { readonly taken: false; readonly final: boolean; readonly reason: string; readonly wait?: number };

async function post(event: SummaryEvent, options: WebhookOptions, signal: AbortSignal): Promise<Outcome> {
  const body = JSON.stringify(event);
  const seconds = Math.floor(Date.now() / 1_000);
  const late = lateAbort(signal);
  try {
    const response = await fetch(options.url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'nashra-event-id': event.id,
        ...(options.secret === undefined
          ? {}
          : { 'nashra-signature': signature(options.secret, seconds, body) }),
      },
      redirect: 'error',
      signal: AbortSignal.any([late.signal, AbortSignal.timeout(options.timeout ?? 10_000)]),
    });
    await response.body?.cancel();
    if (response.ok) return { taken: true };
    return {
      taken: false,
      final: isFinal(response.status),
      reason: `HTTP ${response.status}`,
      wait: retryAfter(response),
    };
  } catch (error) {
    const { cause, message } = error as Error;
    return { taken: false, final: false, reason: cause instanceof Error ? cause.message : message };
  } finally {
    late.release();
  }
}

/** A request under way when the sink is stopped may end: taken and not acknowledged, it would be sent again. */
const END_MS = 1_500;

function lateAbort(signal: AbortSignal): { readonly signal: AbortSignal; release(): void } {
  const late = new AbortController();
  const abort = () => setTimeout(() => late.abort(), END_MS).unref();
  signal.addEventListener('abort', abort, { once: true });
  return { signal: late.signal, release: () => signal.removeEventListener('abort', abort) };
}

/** A request that is wrong will stay wrong; «wait» and «too many» will not. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 404, 408, 409, 423, 425, 429].includes(status);
}

function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1_000, MAX_BACKOFF_MS) : 0;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
