import type { SummaryEvent } from '../../../src/model/summary-event.ts';
import { memoryMentionStore } from '../../../src/stages/aggregation/memory-mention-store.ts';
import { INTERVAL, mentionStoreContract } from './mention-store-contract.ts';

mentionStoreContract('memory', async () => {
  const events: SummaryEvent[] = [];
  const store = memoryMentionStore({ interval: INTERVAL, onEvent: (event) => events.push(event) });
  return { store, events: async () => events, stop: async () => {} };
});
