/** The one door to bullmq, which loads ioredis: see ioredis.ts. */
import './keep-strings-fast.ts';

export { type Job, type JobsOptions, Queue, WaitingError, Worker } from 'bullmq';
