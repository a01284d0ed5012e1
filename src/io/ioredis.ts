/**
 * The one door to ioredis: what must happen before it is loaded happens here
 * (docs/decisions/2026-11-29-strings-beside-ioredis.md). Apart from bullmq.ts, which consumers and `nashra tail` do
 * without. test/imports.test.ts holds both.
 */
import './keep-strings-fast.ts';

export { Cluster, type ClusterOptions, Redis, type RedisOptions } from 'ioredis';
