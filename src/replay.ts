/** Reads kept articles again from the sections stage on, in this process: dedup has decided about them already. */
import type { NovelArticle } from './model/article.ts';
import { PIPELINE, type PipelinePorts } from './pipeline.ts';

export interface Replayed {
  readonly articles: number;
  readonly failed: readonly { readonly id: string; readonly error: Error }[];
}

const CHUNK = 50;

/** `readAt` (ISO 8601) marks the new readings, which take the place of all older ones. */
export async function replay(
  articles: AsyncIterable<NovelArticle>,
  ports: PipelinePorts,
  readAt: string,
  onChunk: (articles: number) => void = () => {},
): Promise<Replayed> {
  const failed: { id: string; error: Error }[] = [];
  let count = 0;
  let chunk: NovelArticle[] = [];
  const flush = async () => {
    failed.push(...(await readChunk(chunk, ports)));
    count += chunk.length;
    chunk = [];
    onChunk(count);
  };
  for await (const article of articles) {
    chunk.push({ ...article, ticket: null, replayedAt: readAt });
    if (chunk.length >= CHUNK) await flush();
  }
  if (chunk.length > 0) await flush();
  return { articles: count, failed };
}

/** Runs a chunk through the stages after dedup; one bad article never fails its chunk. */
async function readChunk(chunk: readonly NovelArticle[], ports: PipelinePorts): Promise<Replayed['failed']> {
  const failed: { id: string; error: Error }[] = [];
  let items: readonly unknown[] = chunk;
  for (const { stage } of PIPELINE.slice(1)) {
    const results = await stage.run(items, ports);
    const next: unknown[] = [];
    results.forEach((result, index) => {
      if (result.kind === 'emit') next.push(...result.items);
      if (result.kind === 'fail')
        failed.push({ id: (items[index] as { id: string }).id, error: result.error });
    });
    items = next;
  }
  return failed;
}
